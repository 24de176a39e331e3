import { home } from '#files';
import { openRegister } from '#register';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption } from '../command.ts';

export const registerFind: Command = {
  name: 'register find',
  summary: { zh: '按证件号或姓名与出生日期查找一个人', en: 'finds a person by number, or by name and birth date' },
  help: [
    'popplus register find [--number ID] [--name NAME --birth YYYY-MM-DD] [--json]',
    'Names are shown masked. exit code: 0, 1 nobody or no register, 2 wrong use',
  ],
  options: { ...jsonOption, number: { type: 'string' }, name: { type: 'string' }, birth: { type: 'string' } },
  words: 0,
  async run({ options, terminal }) {
    const text = (name: string): Record<string, string> =>
      typeof options[name] === 'string' ? { [name]: options[name] } : {};
    const wanted = { ...text('number'), ...text('name'), ...text('birth') };
    if (!('number' in wanted) && !('name' in wanted && 'birth' in wanted))
      throw new UsageError('--number, or --name with --birth, is needed');
    const register = await openRegister(home());
    if (register === undefined) {
      terminal.err(
        { zh: '还没有人口库:先 popplus refresh', en: 'no register: popplus refresh first' }[terminal.language],
      );
      return EXIT.problems;
    }
    const found = await register.find(wanted);
    register.close();
    if (options['json'] === true) terminal.out(JSON.stringify(found, null, 2));
    else
      for (const { person, name, sex, born, county, township, resident, died } of found)
        terminal.out(
          [
            person,
            name,
            sex,
            born,
            township ?? county,
            died === null ? `resident ${resident?.toFixed(2) ?? '?'}` : `died ${died}`,
          ].join('  '),
        );
    return found.length > 0 ? EXIT.ok : EXIT.problems;
  },
};

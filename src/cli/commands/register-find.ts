import type { FoundPerson, Wanted } from '#register';
import { OLD_KEYS, findPeople, isEnough } from '#register';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption } from '../command.ts';
import { deskFor } from '../on-register.ts';
import { printProblems } from '../print.ts';

const WANTED = ['number', 'name', 'birth', 'sex', 'phone', 'address'] as const satisfies readonly (keyof Wanted)[];

export const registerFind: Command = {
  name: 'register find',
  summary: {
    zh: '按证件号、姓名、出生日期、电话、住址查找一个人',
    en: 'finds a person by number, name, birth date, telephone, address',
  },
  help: [
    'popplus register find [--number ID] [--name NAME] [--birth YYYY-MM-DD] [--sex female|male] [--phone N] [--address TEXT] [--json]',
    'Everybody who may be meant, the likeliest first, with the probability and the bits of evidence; a valid number decides.',
    'Needed is the number, or the name with birth date, telephone or address, or the telephone with one thing more. Names and numbers are shown masked.',
    'exit code: 0, 1 nobody or no register, 2 wrong use',
  ],
  options: { ...jsonOption, ...Object.fromEntries(WANTED.map((name) => [name, { type: 'string' }])) },
  words: 0,
  async run({ options, terminal }) {
    const wanted: Wanted = Object.fromEntries(
      WANTED.filter((name) => typeof options[name] === 'string').map((name) => [name, options[name]]),
    );
    if (wanted.sex !== undefined && !['female', 'male'].includes(wanted.sex))
      throw new UsageError('--sex is female or male');
    if (wanted.birth !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(wanted.birth))
      throw new UsageError('--birth is a day: YYYY-MM-DD');
    if (!isEnough(wanted))
      throw new UsageError(
        '--number, or --name with --birth, --phone or --address, or --phone with one thing more, is needed',
      );
    const desk = await deskFor(terminal);
    if (desk === undefined) return EXIT.problems;
    try {
      if (!desk.canFind) {
        printProblems([OLD_KEYS], terminal);
        return EXIT.problems;
      }
      const found = await findPeople(desk, wanted, []);
      if (options['json'] === true) terminal.out(JSON.stringify(found, null, 2));
      else for (const person of found) terminal.out(lineOf(person));
      return found.length > 0 ? EXIT.ok : EXIT.problems;
    } finally {
      desk.close();
    }
  },
};

const lineOf = ({ probability, by, evidence, resident, died, ...found }: FoundPerson): string =>
  [
    found.person,
    by === 'number' ? 'number' : probability.toFixed(3),
    found.name,
    found.number,
    found.sex,
    found.born,
    found.township ?? found.county,
    died === null ? `resident ${resident?.toFixed(2) ?? '?'}` : `died ${died}`,
    evidence.map(({ comparison, level, bits }) => `${comparison}:${level} ${bits.toFixed(1)}`).join(', '),
  ].join('  ');

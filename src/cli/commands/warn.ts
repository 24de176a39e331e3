import { evaluateWarnings } from '#warning';
import { getArea } from '#plan';
import type { Command } from '../command.ts';
import { EXIT, jsonOption, planOption, registerOption, scenarioOption } from '../command.ts';
import { chooseArea, chooseScenario } from '../choose.ts';
import { bookOnRegister } from '../on-register.ts';
import { openStore } from '../open-store.ts';
import { table } from '../print.ts';

export const warn: Command = {
  name: 'warn',
  summary: { zh: '列出分级预警', en: 'lists graded warnings' },
  help: [
    'popplus warn [--area CODE|NAME] [--scenario ID] [--register] [--plan DIR] [--json]',
    '  observed warnings rest on what has been; expected ones on the scenario (medium)',
    '  --register  on the register instead of the last census',
    'exit code: 0, 1 the pack has errors, 2 wrong use',
  ],
  options: { ...planOption, ...jsonOption, ...scenarioOption, ...registerOption, area: { type: 'string', short: 'a' } },
  words: 0,
  async run({ options, terminal }) {
    const store = openStore(options['plan'], terminal);
    if (store === undefined) return EXIT.problems;
    const book = await bookOnRegister(store.book, options, terminal);
    if (book === undefined) return EXIT.problems;
    const { pack } = book.baseline;
    const area = options['area'] === undefined ? undefined : chooseArea(store.pack, options['area']);
    const warnings = evaluateWarnings(book, chooseScenario(store.pack, options['scenario']).id).filter(
      (warning) => area === undefined || warning.area === area,
    );
    if (options['json'] === true) terminal.out(JSON.stringify(warnings, null, 2));
    else
      terminal.out(
        table([
          ['level', 'kind', 'area', 'rule', 'value', 'threshold', 'since'],
          ...warnings.map((warning) => [
            warning.level.level,
            warning.kind,
            getArea(pack, warning.area).name[terminal.language],
            warning.rule.label[terminal.language],
            Math.round(warning.compared * 100) / 100,
            Object.entries(warning.level.when)
              .map(([bound, value]) => `${bound} ${value}`)
              .join(' '),
            warning.since,
          ]),
        ]),
      );
    return EXIT.ok;
  },
};

import type { Missing } from '#base';
import { isMissing } from '#base';
import type { ForecastError } from '#outlook';
import { CONTENDERS, CONTENDER_NAMES, SCOPE_NAMES, backTests } from '#outlook';
import type { Command } from '../command.ts';
import { EXIT, jsonOption, planOption } from '../command.ts';
import { openStore } from '../open-store.ts';
import { table } from '../print.ts';

export const backTest: Command = {
  name: 'back-test',
  summary: { zh: '用过去检验预测', en: 'tests the projection on the past' },
  help: [
    'popplus back-test [--plan DIR] [--json]',
    '  from each census with what was known then, against what came about and simple rivals;',
    '  mape, wape, bias in per cent; the sentence says where the model loses;',
    '  80 %, 95 %: actual figures inside the bands of the model, and how many there are',
    'exit code: 0, 1 the pack has errors, 2 wrong use',
  ],
  options: { ...planOption, ...jsonOption },
  words: 0,
  run({ options, terminal }) {
    const store = openStore(options['plan'], terminal);
    if (store === undefined) return EXIT.problems;
    const tests = backTests(store.book);
    if (options['json'] === true) {
      terminal.out(JSON.stringify(tests, null, 2));
      return EXIT.ok;
    }
    const { language } = terminal;
    for (const test of tests) {
      if (isMissing(test)) {
        terminal.out(`${test.missing}: ${test.what ?? ''}\n`);
        continue;
      }
      terminal.out(`${test.from} → ${test.years.join(', ')}`);
      for (const { [language]: words } of test.used) terminal.out(`  · ${words}`);
      for (const { scope, errors, words, coverage } of test.measures) {
        terminal.out(`\n${words[language]}`);
        terminal.out(
          table([
            [SCOPE_NAMES[scope][language], 'mape', 'wape', 'bias'],
            ...CONTENDERS.map((contender) => [CONTENDER_NAMES[contender][language], ...errorCells(errors[contender])]),
          ]),
        );
        if (!isMissing(coverage))
          terminal.out(coverage.map(({ level, inside, count }) => `${level} %: ${inside} / ${count}`).join('   '));
      }
      terminal.out('');
    }
    return EXIT.ok;
  },
};

function errorCells(error: ForecastError | Missing): string[] {
  if (isMissing(error)) return ['-', '-', '-'];
  return [error.mape, error.wape, error.bias].map((value) => (isMissing(value) ? '-' : value.toFixed(2)));
}

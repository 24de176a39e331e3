import type { Unknown } from '#outlook';
import { UNKNOWNS, UNKNOWN_NAMES, plausibility, solve as solveFor, tradeOff } from '#outlook';
import { ASSUMPTION_BOUNDS } from '#plan';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption, scenarioOption } from '../command.ts';
import { chooseArea, chooseIndicator, chooseScenario, decimalNumber, oneOf, wholeNumber } from '../choose.ts';
import { openStore } from '../open-store.ts';
import { table } from '../print.ts';

/** Points of a curve. */
const POINTS = 9;

export const solve: Command = {
  name: 'solve',
  summary: { zh: '反求:怎样才能达到目标', en: 'asks backwards: what it takes to reach a target' },
  help: [
    'popplus solve INDICATOR --year YEAR --target NUMBER [--for UNKNOWN] [--area CODE|NAME] [--scenario ID]',
    '              [--first YEAR] [--against UNKNOWN --from NUMBER --to NUMBER] [--plan DIR] [--json]',
    `  UNKNOWN     ${UNKNOWNS.join(', ')} (netMigration)`,
    "  --target    in the indicator's unit",
    '  --first     first year that may change (the first without a published total)',
    '  --against   a second assumption between two values: the pairs that reach the target together',
    'exit code: 0, 1 no answer or the pack has errors, 2 wrong use',
  ],
  options: {
    ...planOption,
    ...jsonOption,
    ...scenarioOption,
    area: { type: 'string', short: 'a' },
    year: { type: 'string' },
    target: { type: 'string' },
    for: { type: 'string' },
    first: { type: 'string' },
    against: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  words: 1,
  run({ options, words, terminal }) {
    if (words[0] === undefined) throw new UsageError('an indicator is needed');
    const target = decimalNumber('target', options['target']);
    if (target === undefined || options['year'] === undefined) throw new UsageError('--year and --target are needed');
    const unknown = oneOf('assumption', options['for'], UNKNOWNS) ?? 'netMigration';
    const against = oneOf('assumption', options['against'], UNKNOWNS);
    if (against === unknown) throw new UsageError(`--against must be another assumption than ${unknown}`);
    const axis = against && { unknown: against, values: valuesOf(against, options['from'], options['to']) };
    const store = openStore(options['plan'], terminal);
    if (store === undefined) return EXIT.problems;
    const { baseline } = store.book;
    const [base, horizon] = [baseline.baseYear, store.pack.info.years.horizon];
    const year = wholeNumber('year', options['year'], base + 1, horizon, horizon);
    const first =
      options['first'] === undefined ? undefined : wholeNumber('first', options['first'], base + 1, year, year);
    const question = {
      scenario: chooseScenario(store.pack, options['scenario']),
      aim: {
        indicator: chooseIndicator(store.pack, words[0]).id,
        area: chooseArea(store.pack, options['area']),
        year,
        target,
      },
      unknown,
      ...(first === undefined ? {} : { from: first }),
    };
    const answer = solveFor(baseline, question);
    const judged = answer.found ? plausibility(baseline, answer, answer.value) : undefined;
    const curve = axis && tradeOff(baseline, question, axis);
    const { language } = terminal;
    if (options['json'] === true) terminal.out(JSON.stringify({ answer, plausibility: judged, curve }, null, 2));
    else {
      if (answer.found) terminal.out(answer.words[language]);
      else terminal.err(answer.words[language]);
      for (const { [language]: sentence } of judged?.sentences ?? []) terminal.out(`  ${sentence}`);
      if (axis !== undefined && curve !== undefined)
        terminal.out(
          table([
            [UNKNOWN_NAMES[axis.unknown][language], UNKNOWN_NAMES[unknown][language]],
            ...curve.map((point) => [
              shown(axis.unknown, point.value),
              point.answer.found ? shown(unknown, point.answer.value) : point.answer.reason,
            ]),
          ]),
        );
    }
    return answer.found || curve?.some((point) => point.answer.found) === true ? EXIT.ok : EXIT.problems;
  },
};

const shown = (unknown: Unknown, value: number): string => value.toFixed(unknown === 'netMigration' ? 0 : 2);

function valuesOf(unknown: Unknown, from: unknown, to: unknown): number[] {
  const low = decimalNumber('from', from);
  const high = decimalNumber('to', to);
  if (low === undefined || high === undefined) throw new UsageError('--against needs --from and --to');
  const [least, greatest] = ASSUMPTION_BOUNDS[unknown];
  if (low < least || high > greatest || low >= high)
    throw new UsageError(`--from and --to must ascend within ${least} to ${greatest}`);
  return Array.from({ length: POINTS }, (_, i) => low + ((high - low) * i) / (POINTS - 1));
}

import { sumCounts } from '#base';
import type { FigureBook } from '#indicators';
import { referenceScenario } from '#plan';
import type { Projection } from '#projection';
import { personsPer } from '#projection';
import type { ConsistencyFinding } from './consistency.ts';
import type { JointRun } from './joint-run.ts';
import { VERDICT_OF } from './joint-run.ts';
import { plausibility } from './plausibility.ts';
import { solve } from './solve.ts';
import { plain, quantity, roughPersons } from './words.ts';

/** Net migration a year that closes the account between one population target and the next. */
export function migrationBetweenTargets(
  book: FigureBook,
  { sizes }: JointRun,
  projection: Projection,
): ConsistencyFinding[] {
  const { baseline } = book;
  return sizes.map(({ indicator, target }, index): ConsistencyFinding => {
    const from = (sizes[index - 1]?.target.at ?? baseline.baseYear) + 1;
    const [first, last] = [from, target.at].map((year) => projection.years.indexOf(year)) as [number, number];
    const flows = projection.flows.slice(first - 1, last);
    const sum = (read: (flow: (typeof flows)[number]) => number): number =>
      flows.reduce((all, flow) => all + read(flow), 0);
    const [start, end] = [first - 1, last].map((at) => sumCounts(projection.populations[at]!)) as [number, number];
    const births = sum((flow) => flow.births.reduce((a, b) => a + b, 0));
    const deaths = sum((flow) => sumCounts(flow.deaths));
    const perYear = (end - start - births + deaths) / flows.length;
    const course = { unknown: 'netMigration', shape: 'constant', from, to: target.at } as const;
    const judged = plausibility(baseline, course, perYear);
    return {
      id: `migration-${target.at}`,
      verdict: VERDICT_OF[judged.grade],
      title: {
        zh: `${from}—${target.at}年达到人口目标所需的净迁入`,
        en: `Net migration that the population target takes, ${from}–${target.at}`,
      },
      year: target.at,
      computed: perYear,
      unit: 'persons-per-year',
      arithmetic: `(${plain(end, 0)} − ${plain(start, 0)} − ${plain(births, 0)} + ${plain(deaths, 0)}) ÷ ${flows.length} = ${plain(perYear, 0)}`,
      sentences: [
        {
          zh: `在规划自己的生育率和预期寿命之下,到${target.at}年${indicator.label.zh}达到${quantity(baseline.pack, target.value, indicator.unit).zh},每年需净迁入${roughPersons(perYear)}人。`,
          en: `At the plan's own fertility and life expectancy, ${quantity(baseline.pack, target.value, indicator.unit).en} in ${target.at} take ${roughPersons(perYear)} net migrants a year.`,
        },
        ...judged.sentences,
      ],
      sources: [target.source],
    };
  });
}

/** The same from the last published total to the last population target. */
export function migrationFromNow({ baseline }: FigureBook, { scenario, sizes }: JointRun): ConsistencyFinding[] {
  const { pack } = baseline;
  const last = sizes.at(-1);
  const reference = referenceScenario(pack);
  if (last === undefined || reference.totals?.role !== 'observed') return [];
  const { indicator, target } = last;
  const aim = { indicator: indicator.id, area: pack.info.city, year: target.at, target: target.value };
  const answer = solve(baseline, { scenario: { ...scenario, totals: reference.totals }, aim, unknown: 'netMigration' });
  if (!answer.found) return [];
  const judged = plausibility(baseline, answer, answer.value);
  return [
    {
      id: 'migration-from-now',
      verdict: VERDICT_OF[judged.grade],
      title: {
        zh: `从公布的${answer.from - 1}年人口出发所需的净迁入`,
        en: `Net migration that it takes from the published population of ${answer.from - 1}`,
      },
      year: target.at,
      computed: answer.value,
      unit: 'persons-per-year',
      arithmetic: `P(${target.at}) = ${plain(target.value * personsPer(indicator.unit), 0)} ⇒ M = ${plain(answer.value, 0)}`,
      sentences: [answer.words, ...judged.sentences],
      sources: [target.source],
    },
  ];
}

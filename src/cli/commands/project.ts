import { isMissing } from '#base';
import { figureBook } from '#indicators';
import { runScenario } from '#projection';
import type { Command } from '../command.ts';
import { EXIT, jsonOption, planOption, scenarioOption } from '../command.ts';
import { chooseArea, chooseScenario, wholeNumber } from '../choose.ts';
import { openStore } from '../open-store.ts';
import { printProblems, table } from '../print.ts';

const SHOWN = [
  'resident-population',
  'births',
  'deaths',
  'net-migration',
  'total-fertility-rate',
  'life-expectancy',
  'share-0-14',
  'share-60-plus',
  'share-65-plus',
  'urbanisation-rate',
];

export const project: Command = {
  name: 'project',
  summary: { zh: '按方案预测人口', en: 'projects the population by a scenario' },
  help: [
    'popplus project [--scenario ID] [--area CODE|NAME] [--until YEAR] [--plan DIR] [--json]',
    '  --scenario  low, medium, high, zero-migration, constant, plan … (medium)',
    '  --until     last year (horizon of the pack)',
    'exit code: 0, 1 the pack has errors, 2 wrong use',
  ],
  options: {
    ...planOption,
    ...jsonOption,
    ...scenarioOption,
    area: { type: 'string', short: 'a' },
    until: { type: 'string' },
  },
  words: 0,
  run({ options, terminal }) {
    const store = openStore(options['plan'], terminal);
    if (store === undefined) return EXIT.problems;
    const { baseline } = store.book;
    const scenario = chooseScenario(store, options['scenario']);
    const area = chooseArea(store, options['area']);
    const until = wholeNumber('until', options['until'], baseline.baseYear + 1, 2100, store.pack.info.years.horizon);
    const projection = runScenario(baseline, scenario, { until });
    const book = figureBook(baseline, new Map([[scenario.id, projection]]));
    const shown = SHOWN.filter((id) => store.pack.indicators.some((indicator) => indicator.id === id));
    const years = projection.years.map((year) => ({
      year,
      figures: shown.map((id) => book.projected(id, area, year, scenario.id)),
    }));
    if (options['json'] === true)
      terminal.out(
        JSON.stringify(
          { scenario: scenario.id, area, fingerprint: store.pack.fingerprint, years, problems: projection.problems },
          null,
          2,
        ),
      );
    else {
      terminal.out(
        table([
          ['year', ...shown],
          ...years.map(({ year, figures }) => [
            year,
            ...figures.map(({ value }) => (isMissing(value) ? '-' : rounded(value))),
          ]),
        ]),
      );
      if (projection.problems.length > 0) printProblems(projection.problems, terminal);
    }
    return EXIT.ok;
  },
};

const rounded = (value: number): string =>
  Math.abs(value) >= 1000 ? value.toFixed(0) : value.toFixed(2).replace(/^-(0\.00)$/, '$1');

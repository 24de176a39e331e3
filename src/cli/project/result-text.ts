import { productVersion } from '#files';
import type { Fan } from '#outlook';
import { table } from '../print.ts';
import type { Result } from './result.ts';
import { wideTable } from './result-tables.ts';

/** The figures for a screen: a line a year; with trajectories, a line for each area, indicator and year. */
export function resultText({ baseline, figures, areas, indicators, drawn }: Result): string {
  if (drawn !== undefined) return fanText(drawn.fans);
  const wide = wideTable(baseline.pack, figures, { areas, indicators }, 'zh');
  const several = areas.length > 1;
  const [, ...titles] = wide.columns.map(({ id }) => id);
  return table([
    [...(several ? ['area'] : []), ...titles],
    ...wide.rows.map(([area, year, ...values]) => [
      ...(several ? [String(area)] : []),
      year!,
      ...values.map((value) => (typeof value === 'number' ? rounded(value) : '-')),
    ]),
  ]);
}

const fanText = (fans: readonly Fan[]): string =>
  table([
    ['area', 'indicator', 'year', '2.5%', '10%', '50%', '90%', '97.5%', 'mean'],
    ...fans.flatMap(({ area, indicator, years }) =>
      years.map(({ year, low95, low80, median, high80, high95, mean }) => [
        area,
        indicator,
        year,
        ...[low95, low80, median, high80, high95, mean].map(rounded),
      ]),
    ),
  ]);

const rounded = (value: number): string =>
  Math.abs(value) >= 1000 ? value.toFixed(0) : value.toFixed(2).replace(/^-(0\.00)$/, '$1');

/** The same as data. */
export const resultJson = ({ baseline, defaults, projection, areas, figures, drawn, problems }: Result): string =>
  JSON.stringify(
    {
      scenario: projection.scenario.id,
      areas,
      fingerprint: baseline.pack.fingerprint,
      version: productVersion,
      defaults,
      years: projection.years.map((year) => ({ year, figures: figures.filter((figure) => figure.year === year) })),
      ...drawn,
      problems,
    },
    null,
    2,
  );

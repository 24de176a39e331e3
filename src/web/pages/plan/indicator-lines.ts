import type { AreaCode, Basis, Figure } from '#base';
import { isMissing } from '#base';
import type { LinePoint, LineSeries } from '#charts';
import { partByBasis } from '#charts';
import type { FigureBook } from '#indicators';
import type { DatedValue, Indicator } from '#plan';
import { planPath, valuesFor } from '#plan';

const pointOf = ({ year, value, status, source }: Figure): LinePoint => ({
  year,
  value: isMissing(value) ? null : value,
  status,
  source,
});

/**
 * Lines of an indicator: what has been, the plan's path (baseline and targets), what else the plan itself forecast, and a scenario's
 * projection. Doubtful values are left out; lines without points too.
 */
export function indicatorLines(
  book: FigureBook,
  indicator: Indicator,
  area: AreaCode,
  scenario: string,
  labels: { readonly observed: string; readonly plan: string; readonly forecast: string; readonly projection: string },
  basisWords: Readonly<Record<Basis, string>>,
): readonly LineSeries[] {
  const { pack } = book.baseline;
  const stated = valuesFor(pack, indicator, area, ['baseline', 'target']);
  const path = planPath(pack, indicator, area).map(({ at, value }): LinePoint => {
    const origin = stated.find((entry) => entry.at === at && entry.value === value);
    return {
      year: at,
      value,
      status: origin?.role === 'baseline' ? 'observed' : 'target',
      ...(origin === undefined ? {} : { source: origin.source }),
    };
  });
  const hasTarget = stated.some((value) => value.role === 'target');
  const forecasts = new Map(valuesFor(pack, indicator, area, ['forecast']).map((value) => [value.at, value]));
  for (const { year, value } of path) if (hasTarget && forecasts.get(year)?.value === value) forecasts.delete(year);
  const projected = book.projectedSeries(indicator.id, area, scenario).map(pointOf);
  const observed = partByBasis(book.actualSeries(indicator.id, area));
  const lines: readonly LineSeries[] = [
    ...observed.map(([basis, figures]): LineSeries => ({
      id: `observed ${basis}`,
      label: observed.length > 1 ? `${labels.observed} · ${basisWords[basis]}` : labels.observed,
      kind: 'observed',
      points: figures.map(pointOf),
    })),
    { id: 'plan', label: labels.plan, kind: 'plan', points: hasTarget ? path : [], join: indicator.path ?? 'none' },
    {
      id: 'projection',
      label: labels.projection,
      kind: 'projection',
      points: projected.some(({ status }) => status === 'projected' || status === 'assumed') ? projected : [],
    },
    {
      id: 'forecast',
      label: labels.forecast,
      kind: 'plan',
      join: 'none',
      points: [...forecasts.values()].map(({ at, value, source }) => ({
        year: at,
        value,
        status: 'projected',
        source,
      })),
    },
  ];
  return lines.filter((line) => line.points.length > 0);
}

/** Areas for which an indicator has a dated value or a figure, the city first. */
export function areasOf(book: FigureBook, indicator: Indicator, areas: readonly AreaCode[]): readonly AreaCode[] {
  const { city } = book.baseline.pack.info;
  return areas.filter(
    (code) =>
      code === city ||
      indicator.values.some((value: DatedValue) => value.area === code) ||
      book.actualSeries(indicator.id, code).length > 0,
  );
}

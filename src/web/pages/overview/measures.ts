import type { AreaCode, Figure, LocalText } from '#base';
import type { FigureBook } from '#indicators';
import type { Indicator } from '#plan';
import { countiesOf } from '#plan';
import { changeFigure } from './change-figure.ts';
import { percentUnit, unitOf } from '../../figure/reference.ts';

/** Something that may be shown as shades: a rate at a year, or the change of a count between the last two censuses. */
export interface Measure {
  readonly id: string;
  readonly label: LocalText;
  readonly topic: Indicator['topic'];
  readonly unit: string;
  readonly year: number;
  readonly figure: (area: AreaCode) => Figure;
}

/** Years of the last two censuses. */
export const censusPair = (book: FigureBook): readonly [number, number] =>
  [...book.baseline.censuses.keys()].slice(-2) as [number, number];

/** Every measure that at least one county has, rates at the year that most counties have a value for. Counts are never shaded. */
export function mapMeasures(book: FigureBook): readonly Measure[] {
  const { pack } = book.baseline;
  return pack.indicators.flatMap((indicator) => {
    const kind = unitOf(pack, indicator.unit)?.kind;
    if (kind === 'rate') return rateMeasure(book, indicator) ?? [];
    return kind === 'count' && indicator.formula !== undefined ? (changeMeasure(book, indicator) ?? []) : [];
  });
}

function rateMeasure(book: FigureBook, indicator: Indicator): Measure | undefined {
  const covered = new Map<number, number>();
  for (const area of countiesOf(book.baseline.pack))
    for (const { year } of book.actualSeries(indicator.id, area.code)) covered.set(year, (covered.get(year) ?? 0) + 1);
  const [best] = [...covered].sort(([yearA, a], [yearB, b]) => b - a || yearB - yearA);
  if (best === undefined) return undefined;
  const [year] = best;
  return {
    id: indicator.id,
    label: indicator.label,
    topic: indicator.topic,
    unit: indicator.unit,
    year,
    figure: (area) => book.actual(indicator.id, area, year),
  };
}

function changeMeasure(book: FigureBook, indicator: Indicator): Measure | undefined {
  const { pack } = book.baseline;
  const [from, to] = censusPair(book);
  const figure = (area: AreaCode): Figure => changeFigure(book, indicator.id, area, from, to);
  if (!countiesOf(pack).some((area) => typeof figure(area.code).value === 'number')) return undefined;
  return {
    id: `${indicator.id}.change`,
    topic: indicator.topic,
    label: { zh: `${indicator.label.zh}${from}—${to}年变化`, en: `${indicator.label.en}: change ${from}–${to}` },
    unit: percentUnit(pack),
    year: to,
    figure,
  };
}

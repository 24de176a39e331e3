import type { AreaCode, Figure } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import { getIndicator, planPath, planValueAt, valuesFor } from '#plan';
import { COLOURS, REFERENCE_DASH } from './colours.ts';
import type { OwnProjection } from './lab.ts';
import { OWN } from './lab.ts';
import type { PlotLine } from './LinePlot.tsx';

/** Figures as points; what is missing leaves no point. */
export const pointsOf = (figures: readonly Figure[]): { year: number; value: number }[] =>
  figures.flatMap(({ year, value }) => (isMissing(value) ? [] : [{ year, value }]));

/** What does not change as handles move: what was observed, the plan's path with its targets, and the reference. */
export function standingLines(
  book: FigureBook,
  indicator: string,
  area: AreaCode,
  scenario: string,
  words: { observed: string; planPath: string; planTarget: string; reference: string },
): readonly PlotLine[] {
  const { pack } = book.baseline;
  const entry = getIndicator(pack, indicator);
  const path = planPath(pack, entry, area);
  const targets = valuesFor(pack, entry, area, ['target']);
  const observed = book
    .actualSeries(indicator, area)
    .filter(({ year }) => year <= book.baseline.pack.info.years.horizon);
  const lines: PlotLine[] = [
    {
      id: 'reference',
      label: words.reference,
      colour: COLOURS.reference,
      width: 2,
      dash: REFERENCE_DASH,
      points: pointsOf(book.projectedSeries(indicator, area, scenario)),
    },
    {
      id: 'observed',
      label: words.observed,
      colour: COLOURS.observed,
      width: 0,
      marks: 'circle',
      only: true,
      points: pointsOf(observed),
    },
  ];
  if (targets.length === 0 || path.length === 0) return lines;
  const yearly = [];
  for (let year = path[0]!.at; year <= path[path.length - 1]!.at; year++) {
    const value = planValueAt(pack, entry, area, year);
    if (value !== undefined) yearly.push({ year, value });
  }
  const goals = [...new Map(targets.map(({ at, value }) => [at, { year: at, value }])).values()];
  return [
    ...lines,
    { id: 'path', label: words.planPath, colour: COLOURS.plan, width: 1.6, dash: '2 3', points: yearly },
    {
      id: 'target',
      label: words.planTarget,
      colour: COLOURS.plan,
      width: 0,
      marks: 'diamond',
      only: true,
      points: goals,
    },
  ];
}

/** The user's own line. */
export const ownLine = (own: OwnProjection, indicator: string, area: AreaCode, label: string): PlotLine => ({
  id: 'own',
  label,
  colour: COLOURS.own,
  width: 2.8,
  points: pointsOf(own.book.projectedSeries(indicator, area, OWN)),
});

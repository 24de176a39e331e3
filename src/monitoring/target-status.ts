import type { AreaCode, Figure } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import type { DatedValue, Indicator } from '#plan';
import { getIndicator, planPath, planValueAt } from '#plan';

/** Light of a target. `grey`: it cannot be told, and `reason` says why. */
export type Light = 'green' | 'yellow' | 'red' | 'grey';
export type GreyReason = 'in-words' | 'no-actual' | 'no-baseline';

export interface TargetStatus {
  readonly indicator: Indicator;
  readonly area: AreaCode;
  /** The plan's targets of the area, by year. */
  readonly targets: readonly DatedValue[];
  readonly latest?: Figure;
  /** Where the plan's path stands in the year of the latest actual figure. */
  readonly planned?: number;
  /** Latest less planned, in the indicator's unit. */
  readonly gap?: number;
  /** Share of the change planned so far that has come about (1 = on the path). */
  readonly progress?: number;
  readonly light: Light;
  readonly reason?: GreyReason;
  /** What the scenario says of each numeric target's year, and whether that keeps the target. */
  readonly outlook: readonly {
    readonly target: DatedValue;
    readonly aim: number;
    readonly figure: Figure;
    readonly met?: boolean;
  }[];
}

/** Share of the planned change from which a light is green, and from which it is yellow. */
export const GREEN_FROM = 0.9;
export const YELLOW_FROM = 0.6;
/** Where the plan means to keep a level, share by which an actual value may fall short of it and stay green; twice as much, yellow. */
export const KEEP_TOLERANCE = 0.01;

/** Status of every indicator that has a target, in the order of the pack's indicators. */
export const targetStatuses = (book: FigureBook, scenario: string): readonly TargetStatus[] =>
  book.baseline.pack.indicators
    .filter((indicator) => indicator.values.some((value) => value.role === 'target'))
    .flatMap((indicator) =>
      areasWithTargets(book, indicator).map((area) => targetStatus(book, indicator.id, area, scenario)),
    );

/** Areas for which the plan has a target of an indicator. */
export const areasWithTargets = (book: FigureBook, indicator: Indicator): AreaCode[] => [
  ...new Set(
    indicator.values
      .filter((value) => value.role === 'target')
      .map((value) => value.area ?? book.baseline.pack.info.city),
  ),
];

/** Where an indicator stands against the plan's path, and where a scenario takes it. */
export function targetStatus(book: FigureBook, id: string, area: AreaCode, scenario: string): TargetStatus {
  const { pack } = book.baseline;
  const indicator = getIndicator(pack, id);
  const targets = indicator.values.filter(
    (value) => value.role === 'target' && (value.area ?? pack.info.city) === area,
  );
  const latest = book.actualSeries(id, area).at(-1);
  const outlook = aimsOf(book, indicator, area).map(({ target, aim }) => {
    const figure = book.projected(id, area, target.at, scenario);
    return {
      target,
      aim,
      figure,
      ...(isMissing(figure.value) || target.relative !== undefined
        ? {}
        : { met: keeps(figure.value, aim, indicator, target) }),
    };
  });
  const common = { indicator, area, targets, outlook, ...(latest === undefined ? {} : { latest }) };
  if (outlook.length === 0) return { ...common, light: 'grey', reason: 'in-words' };
  if (latest === undefined || isMissing(latest.value)) return { ...common, light: 'grey', reason: 'no-actual' };

  const relative = targets.find((target) => target.relative !== undefined);
  const path = planPath(pack, indicator, area);
  const baseline = path[0];
  const planned =
    relative === undefined ? planValueAt(pack, indicator, area, latest.year) : aimOf(book, relative, latest.year);
  if (planned === undefined) return { ...common, light: 'grey', reason: 'no-baseline' };
  const gap = latest.value - planned;
  const start = baseline?.at ?? baselineYear(indicator);
  if (start !== undefined && latest.year <= start) return { ...common, light: 'grey', reason: 'no-actual' };
  if (relative !== undefined)
    return { ...common, planned, gap, light: keeps(latest.value, planned, indicator, relative) ? 'green' : 'red' };
  if (baseline === undefined) return { ...common, planned, gap, light: 'grey', reason: 'no-baseline' };
  const change = planned - baseline.value;
  if (Math.abs(change) < 1e-9) {
    const shortfall = (indicator.better === 'lower' ? gap : -gap) / Math.abs(planned);
    return {
      ...common,
      planned,
      gap,
      light: shortfall <= KEEP_TOLERANCE ? 'green' : shortfall <= 2 * KEEP_TOLERANCE ? 'yellow' : 'red',
    };
  }
  const progress = (latest.value - baseline.value) / change;
  return {
    ...common,
    planned,
    gap,
    progress,
    light: progress >= GREEN_FROM ? 'green' : progress >= YELLOW_FROM ? 'yellow' : 'red',
  };
}

/** Year of the last baseline of an indicator, any area. */
const baselineYear = (indicator: Indicator): number | undefined =>
  indicator.values.findLast((value) => value.role === 'baseline')?.at;

/** A target and the number it asks for. */
export interface Aim {
  readonly target: DatedValue;
  readonly aim: number;
}

/** The plan's targets of an area that are numbers and not in doubt; one that the plan says twice, in a box and in the text, counts once. */
export const aimsOf = (book: FigureBook, indicator: Indicator, area: AreaCode): readonly Aim[] =>
  indicator.values
    .filter(({ role, doubtful }) => role === 'target' && doubtful === undefined)
    .filter((target) => (target.area ?? book.baseline.pack.info.city) === area)
    .map((target) => ({ target, aim: aimOf(book, target) }))
    .filter((entry): entry is Aim => entry.aim !== undefined)
    .filter(
      ({ target, aim }, index, all) =>
        all.findIndex((other) => other.target.at === target.at && other.aim === aim) === index,
    );

/** The number a target asks for in its year (or in another): its own, the nearer end of its range, or another area's value. */
function aimOf(book: FigureBook, target: DatedValue, year?: number): number | undefined {
  if (target.value !== undefined) return target.value;
  if (target.range !== undefined) return target.range[0];
  if (target.relative === undefined) return undefined;
  const { indicator, area, offset } = target.relative;
  const series = book.actualSeries(indicator, area);
  const there = year === undefined ? series.at(-1) : (series.find((figure) => figure.year === year) ?? series.at(-1));
  return there === undefined || isMissing(there.value) ? undefined : there.value + offset;
}

/** Whether a value keeps a target, by the target's bound and, where it names a plain number, the indicator's good direction. */
export function keeps(value: number, aim: number, indicator: Indicator, target: DatedValue): boolean {
  const slack = Math.abs(aim) * 0.005;
  switch (target.bound) {
    case 'above':
      return value > aim;
    case 'below':
      return value < aim;
    case 'at-least':
      return value >= aim;
    case 'at-most':
      return value <= aim;
    case 'about':
    case 'exactly':
      if (indicator.better === 'higher') return value >= aim - slack;
      if (indicator.better === 'lower') return value <= aim + slack;
      return Math.abs(value - aim) <= slack;
  }
}

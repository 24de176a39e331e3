import type { AreaCode } from '#base';
import type { Point } from './path.ts';
import { valueAt } from './path.ts';
import type { DatedValue, Indicator } from './parse/schema.ts';
import type { Pack } from './pack.ts';

export type Role = DatedValue['role'];

/** A dated value that is a single number. */
export type NumberedValue = DatedValue & { value: number };

/** Of two values of one year the published actual one goes before the plan's own, and the more precise before the rounded. */
const rank = (value: NumberedValue): number => (value.role === 'observed' ? 0 : 1) - String(value.value).length / 100;

const isNumbered = (value: DatedValue): value is NumberedValue => value.value !== undefined;

/** The numeric values of an indicator for an area and roles, by year; doubtful ones only when asked for. */
export function valuesFor(
  pack: Pack,
  indicator: Indicator,
  area: AreaCode,
  roles: readonly Role[],
  options: { doubtful?: boolean } = {},
): readonly NumberedValue[] {
  return indicator.values
    .filter(isNumbered)
    .filter((value) => (value.area ?? pack.info.city) === area && roles.includes(value.role))
    .filter((value) => options.doubtful === true || value.doubtful === undefined)
    .toSorted((a, b) => a.at - b.at || rank(a) - rank(b));
}

/**
 * The path the plan describes for an area: its last baseline before the first target, and one point for each target's year; box and
 * text of one year count once. The order in the file does not matter.
 */
export function planPath(pack: Pack, indicator: Indicator, area: AreaCode): readonly Point[] {
  const baselines = valuesFor(pack, indicator, area, ['baseline']);
  const targets = valuesFor(pack, indicator, area, ['target']);
  const firstTarget = targets[0]?.at ?? Infinity;
  const start = baselines.findLast((value) => value.at < firstTarget);
  const points = start === undefined ? targets : [start, ...targets];
  return points.filter((point, index) => points.findIndex((other) => other.at === point.at) === index);
}

/** Where the plan's path stands in a year, by the indicator's own kind of path. */
export const planValueAt = (pack: Pack, indicator: Indicator, area: AreaCode, year: number): number | undefined =>
  valueAt(planPath(pack, indicator, area), year, indicator.path ?? 'none');

export const findIndicator = (pack: Pack, id: string): Indicator | undefined =>
  pack.indicators.find((indicator) => indicator.id === id);

/** The indicator of an id that is known to exist; throws otherwise. */
export function getIndicator(pack: Pack, id: string): Indicator {
  const indicator = findIndicator(pack, id);
  if (indicator === undefined) throw new Error(`no indicator ${id}`);
  return indicator;
}

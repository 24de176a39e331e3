import type { AreaCode } from '#base';
import type { Point } from './path.ts';
import { valueAt } from './path.ts';
import type { DatedValue, Indicator } from './parse/schema.ts';
import type { Pack } from './pack.ts';

export type Role = DatedValue['role'];

/** A dated value that is a single number. */
export type NumberedValue = DatedValue & { value: number };

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
    .toSorted((a, b) => a.at - b.at);
}

/** Baseline and targets of an area as the path the plan describes: one point a year, box and text of one year agreeing. */
export function planPath(pack: Pack, indicator: Indicator, area: AreaCode): readonly Point[] {
  const points = new Map<number, Point>();
  for (const value of valuesFor(pack, indicator, area, ['baseline', 'target'])) {
    if (!points.has(value.at)) points.set(value.at, value);
  }
  const path = [...points.values()];
  const firstTarget = indicator.values.find((value) => value.role === 'target')?.at;
  const lastBaseline = path.findLast((point) => firstTarget === undefined || point.at < firstTarget)?.at;
  return path.filter((point) => lastBaseline === undefined || point.at >= lastBaseline);
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

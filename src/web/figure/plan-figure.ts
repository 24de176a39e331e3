import type { AreaCode, Figure, Status } from '#base';
import type { DatedValue, Indicator } from '#plan';

const STATUS: Readonly<Record<DatedValue['role'], Status>> = {
  baseline: 'observed',
  observed: 'observed',
  reported: 'observed',
  target: 'target',
  standard: 'target',
  forecast: 'projected',
};

/** A single number that the plan states, as a figure. */
export const planFigure = (indicator: Indicator, area: AreaCode, stated: DatedValue, value: number): Figure => ({
  indicator: indicator.id,
  area,
  year: stated.at,
  value,
  unit: indicator.unit,
  basis: stated.basis ?? indicator.basis,
  status: STATUS[stated.role],
  source: stated.source,
});

import { exp, log } from '#base';
/** What the UN method moves the growth difference towards: intercept + slope x urban share, reached after `years`. */
export interface GrowthNorm {
  readonly intercept: number;
  readonly slope: number;
  readonly years: number;
}

/** Growth difference of urban to rural between two urban shares (0..1) `years` apart, a year: the slope of the share's logit. */
export const growthDifference = (before: number, after: number, years: number): number =>
  (logit(after) - logit(before)) / years;

/**
 * Urban share after some years by the UN's urban-rural growth difference (Manual VIII, ch. 4; World Urbanization Prospects, methodology): the ratio of
 * urban to rural grows by the difference each year, so that a constant one makes the share a logistic curve. With a norm the difference goes over
 * linearly, within the norm's years, to what the norm gives for the starting share.
 */
export function urbanShareAfter(start: number, difference: number, years: number, norm?: GrowthNorm): number {
  const aim = norm === undefined ? difference : norm.intercept + norm.slope * start;
  let moved = logit(start);
  for (let year = 1; year <= years; year++) {
    const weight = norm === undefined ? 0 : Math.min(1, (year - 0.5) / norm.years);
    moved += (1 - weight) * difference + weight * aim;
  }
  return 1 / (1 + exp(-moved));
}

const logit = (share: number): number => log(share / (1 - share));

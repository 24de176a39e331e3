import type { Comparison } from '#plan';

/** Whether a value keeps every bound of a comparison. */
export const meets = (value: number, { atLeast, above, atMost, below }: Comparison): boolean =>
  (atLeast === undefined || value >= atLeast) &&
  (above === undefined || value > above) &&
  (atMost === undefined || value <= atMost) &&
  (below === undefined || value < below);

import type { Migrate } from '#demography';

/** Net migrants that are given by sex and age at the end of the step, as arrivals and departures. */
export const givenNet =
  (net: ArrayLike<number>): Migrate =>
  (expected, { arrivals, departures }) =>
    expected.forEach((_, i) => (net[i]! > 0 ? (arrivals[i] = net[i]!) : (departures[i] = -net[i]!)));

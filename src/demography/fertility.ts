import { AGES } from '#base';

/** Ages of mothers that carry a rate. */
export const FIRST_FERTILE_AGE = 15;
export const LAST_FERTILE_AGE = 49;

/** A schedule's shape: the same rates scaled to sum to 1. */
export function fertilityPattern(rates: ArrayLike<number>): Float64Array {
  const sum = Array.from(rates).reduce((a, b) => a + b, 0);
  if (!(sum > 0)) throw new Error('a fertility schedule needs a positive sum');
  return Float64Array.from(rates, (rate) => rate / sum);
}

/** Weighted mean of schedules (0..100 each): one population's mix of residences. Weights need not sum to 1. */
export function mixSchedules(schedules: readonly ArrayLike<number>[], weights: readonly number[]): Float64Array {
  const total = weights.reduce((a, b) => a + b, 0);
  const mixed = new Float64Array(AGES);
  schedules.forEach((schedule, index) => {
    for (let age = 0; age < AGES; age++) mixed[age]! += ((schedule[age] ?? 0) * weights[index]!) / total;
  });
  return mixed;
}

/**
 * Total fertility rate by indirect standardisation: the standard schedule scaled so that it gives the births seen.
 * `women` by single age; rates per woman and year; result in children per woman. Shryock & Siegel 1976, ch. 16.
 */
export function indirectTotalFertility(births: number, women: ArrayLike<number>, standard: ArrayLike<number>): number {
  let expected = 0;
  let sum = 0;
  for (let age = 0; age < AGES; age++) {
    expected += women[age]! * standard[age]!;
    sum += standard[age]!;
  }
  if (!(expected > 0)) throw new Error('no women of childbearing age');
  return (births / expected) * sum;
}

/** Mean age of mothers at birth of a schedule, years (ages are centred at + 0.5). */
export function meanAgeAtChildbearing(rates: ArrayLike<number>): number {
  let sum = 0;
  let weighted = 0;
  for (let age = 0; age < rates.length; age++) {
    sum += rates[age]!;
    weighted += rates[age]! * (age + 0.5);
  }
  return weighted / sum;
}

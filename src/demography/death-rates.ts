import type { Sex } from '#base';
import { infantSeparation } from './life-table.ts';

/**
 * Central death rates from deaths and person-years of the same ages: m(x) = D(x) / exposure(x). Preston, Heuveline &
 * Guillot 2001, eq. 3.1. An age with no exposure has no rate, and throws, as do negative numbers.
 */
export function deathRates(deaths: ArrayLike<number>, exposure: ArrayLike<number>): Float64Array {
  return Float64Array.from(exposure, (years, age) => {
    const died = deaths[age]!;
    if (!(years > 0) || !(died >= 0))
      throw new Error(`no death rate at index ${age}: ${died} deaths in ${years} years`);
    return died / years;
  });
}

/**
 * Central death rates that give these probabilities of dying within a year of age: the inverse of `lifeTable` for rates up
 * to 2, so that mx → qx → lx → mx comes back to where it started. From age 1 on m = q / (1 − q/2); at age 0 the rate is looked for
 * whose own a(0) gives q(0). The last age is open: its probability is 1 and says nothing, so `openRate` closes the table.
 * A probability outside [0, 1) before the open age throws.
 */
export function ratesFromProbabilities(qx: Float64Array, openRate: number, sex: Sex): Float64Array {
  const open = qx.length - 1;
  if (qx.some((q, age) => age < open && !(q >= 0 && q < 1)))
    throw new Error('probabilities of dying must lie in [0, 1)');
  return qx.map((q, age) => {
    if (age === open) return openRate;
    if (age === 0) return infantRate(q, sex);
    return q / (1 - q / 2);
  });
}

/** Central death rates from survivors to each exact age (any radix); `openRate` closes the table. */
export function ratesFromSurvivors(lx: ArrayLike<number>, openRate: number, sex: Sex): Float64Array {
  const qx = Float64Array.from(lx, (l, age) => (age === lx.length - 1 ? 1 : 1 - lx[age + 1]! / l));
  return ratesFromProbabilities(qx, openRate, sex);
}

/** m0 with m0 / (1 + (1 − a(m0))·m0) = q0, by bisection. */
function infantRate(q0: number, sex: Sex): number {
  let low = 0;
  let high = q0 / (1 - q0);
  for (let i = 0; i < 100; i++) {
    const m = (low + high) / 2;
    if (m / (1 + (1 - infantSeparation(m, sex)) * m) < q0) low = m;
    else high = m;
  }
  return (low + high) / 2;
}

import { exp } from '#base';
import type { Sex } from '#base';
import { extendByKannisto, maleNotBelowFemale } from './kannisto.ts';
import { rotate } from './lee-carter.ts';
import { lifeTable } from './life-table.ts';
import type { LifeTable } from './life-table.ts';

/** A pattern of change: ln m(x) = a(x) + b(x)·k, ages 0..100 or further (below 130 the rest is Kannisto's). */
export interface MortalityPattern {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

const LOWEST_LEVEL = -2000;
const HIGHEST_LEVEL = 2000;
/** Keep the logits of Kannisto's fit finite while k is looked for. */
const LOWEST_RATE = 1e-12;
const HIGHEST_RATE = 0.999;

/**
 * The life table of a Lee-Carter pattern whose life expectancy at birth is `target` years, to 1e-9: k by bisection. `adjust` may change the
 * rates before they become a table (it is applied in every try, so the target still holds). A target the pattern cannot reach throws.
 */
export function tableAtLifeExpectancy(
  { a, b }: MortalityPattern,
  target: number,
  sex: Sex,
  adjust: (mx: Float64Array) => Float64Array = (mx) => mx,
): LifeTable {
  const tableAt = (k: number): LifeTable => {
    const mx = a.map((mean, age) => Math.min(HIGHEST_RATE, Math.max(LOWEST_RATE, exp(mean + b[age]! * k))));
    return lifeTable(adjust(extendByKannisto(mx)), sex);
  };
  let low = LOWEST_LEVEL;
  let high = HIGHEST_LEVEL;
  for (let iteration = 0; iteration < 200; iteration++) {
    const k = (low + high) / 2;
    const table = tableAt(k);
    if (Math.abs(table.ex[0]! - target) < 1e-9) return table;
    if (table.ex[0]! > target) low = k;
    else high = k;
  }
  throw new Error(`the pattern has no life expectancy of ${target} years`);
}

/**
 * Both sexes at their life expectancies, with one rotated b (Li & Lee 2005; Li, Lee & Gerland 2013): they keep their own age patterns a and do not
 * drift apart. While men live the shorter, their rates from 80 on are not below women's.
 */
export function tablesAtLifeExpectancies(
  a: { readonly female: Float64Array; readonly male: Float64Array },
  b: Float64Array,
  target: { readonly female: number; readonly male: number },
): { female: LifeTable; male: LifeTable } {
  const rotated = rotate(b, (target.female + target.male) / 2);
  const female = tableAtLifeExpectancy({ a: a.female, b: rotated }, target.female, 'female');
  const adjust = (mx: Float64Array): Float64Array =>
    target.male < target.female ? maleNotBelowFemale(female.mx, mx) : mx;
  return { female, male: tableAtLifeExpectancy({ a: a.male, b: rotated }, target.male, 'male', adjust) };
}

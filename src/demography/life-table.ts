import type { Sex } from '#base';

/**
 * A single-age life table, ages 0..ω with ω open. Arrays have ω + 1 entries; lx has radix 1; Lx are person-years per
 * birth, ex years.
 */
export interface LifeTable {
  readonly mx: Float64Array;
  readonly qx: Float64Array;
  readonly ax: Float64Array;
  readonly lx: Float64Array;
  readonly Lx: Float64Array;
  readonly Tx: Float64Array;
  readonly ex: Float64Array;
}

/**
 * Mean years lived in the first year of life by those who die in it, from the central rate m0.
 * Andreev & Kingkade 2015, Demographic Research 33(13), table 3-2.
 */
export function infantSeparation(m0: number, sex: Sex): number {
  if (sex === 'female') {
    if (m0 < 0.01724) return 0.14903 - 2.05527 * m0;
    return m0 < 0.06891 ? 0.04667 + 3.88089 * m0 : 0.31411;
  }
  if (m0 < 0.023) return 0.14929 - 1.99545 * m0;
  return m0 < 0.08307 ? 0.02832 + 3.26021 * m0 : 0.29915;
}

/** The same from the probability of dying q0. Andreev & Kingkade 2015, table 4-2. */
export function infantSeparationFromProbability(q0: number, sex: Sex): number {
  if (sex === 'female') {
    if (q0 < 0.017) return 0.149 - 2.0867 * q0;
    return q0 < 0.0658 ? 0.0438 + 4.1075 * q0 : 0.3141;
  }
  if (q0 < 0.0226) return 0.1493 - 2.0367 * q0;
  return q0 < 0.0785 ? 0.0244 + 3.4994 * q0 : 0.2991;
}

/**
 * Life table from central death rates of single ages (the last one open). a(x) = 0.5 from age 1 on; where that
 * would give q > 1, the force is taken as constant through the year: q = 1 − exp(−m), a = 1/m − 1/(exp(m) − 1).
 * Preston, Heuveline & Guillot 2001, ch. 3. A rate below 0 or an open rate of 0 throws.
 */
export function lifeTable(mx: Float64Array, sex: Sex): LifeTable {
  const open = mx.length - 1;
  if (mx.some((rate) => !(rate >= 0)) || !(mx[open]! > 0))
    throw new Error('death rates must be >= 0, the open one > 0');
  const ax = new Float64Array(open + 1).fill(0.5);
  ax[0] = infantSeparation(mx[0]!, sex);
  ax[open] = 1 / mx[open]!;
  const qx = mx.map((m, age) => {
    if (age === open) return 1;
    const q = m / (1 + (1 - ax[age]!) * m);
    if (q <= 1) return q;
    ax[age] = 1 / m - 1 / Math.expm1(m);
    return -Math.expm1(-m);
  });
  const lx = new Float64Array(open + 1);
  lx[0] = 1;
  for (let age = 0; age < open; age++) lx[age + 1] = lx[age]! * (1 - qx[age]!);
  const Lx = lx.map((l, age) => (age === open ? l * ax[age]! : lx[age + 1]! + ax[age]! * (l - lx[age + 1]!)));
  return { mx, qx, ax, lx, Lx, ...remaining(lx, Lx) };
}

/** Person-years above each age and expected years left: T(x) = Σ L from x on, e(x) = T(x) / l(x). */
export function remaining(lx: Float64Array, Lx: Float64Array): { Tx: Float64Array; ex: Float64Array } {
  const Tx = new Float64Array(Lx.length);
  for (let age = Lx.length - 1, total = 0; age >= 0; age--) Tx[age] = total += Lx[age]!;
  return { Tx, ex: Tx.map((total, age) => (lx[age]! > 0 ? total / lx[age]! : 0)) };
}

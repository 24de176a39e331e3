import { AGES, OPEN_AGE } from '#base';

/**
 * Survivorship ratios for one year, by age at the END of the step, 0..100+, from person-years Lx of a life table that
 * goes beyond 100: S(0) = L(0) per birth; S(x) = L(x) / L(x−1); S(100+) = T(100) / T(99), applied to those 99 and over.
 * UN manual; the open group must come from the extended table (a table closed at 100 misses by hundreds of persons).
 */
export function survivalRatios(Lx: ArrayLike<number>): Float64Array {
  const ratios = new Float64Array(AGES);
  ratios[0] = Lx[0]!;
  for (let age = 1; age < OPEN_AGE; age++) ratios[age] = Lx[age]! / Lx[age - 1]!;
  let beyond = 0;
  for (let age = Lx.length - 1; age >= OPEN_AGE; age--) beyond += Lx[age]!;
  ratios[OPEN_AGE] = beyond / (Lx[OPEN_AGE - 1]! + beyond);
  return ratios;
}

/**
 * Person-years of a step that runs from the middle of one calendar year to the middle of the next: the mean of the two years' Lx. (The mean
 * of the ratios would be another, wrong, figure.) UN WPP 2022 methodology, mid-year populations.
 */
export const midYearPersonYears = (first: ArrayLike<number>, second: ArrayLike<number>): Float64Array =>
  Float64Array.from(first, (years, age) => (years + second[age]!) / 2);

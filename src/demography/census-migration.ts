import { AGES, OPEN_AGE } from '#base';

/** What ten years between two censuses say of one area's migration, one sex. */
export interface CensusPair {
  /** Persons by single age at the first and at the second census, ten years apart. */
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** One-year survivorship ratios by age at the end of the year. */
  readonly survival: ArrayLike<number>;
}

const YEARS = 10;

/**
 * Net migrants of ten years by cohort, indexed by age at the second census, from 10 on: census persons less the
 * survivors of the first census (forward census survival ratio method, UN Manual VI, ch. 2). Census coverage errors are in it.
 */
export function censusNetMigration({ before, after, survival }: CensusPair): Float64Array {
  const expected = new Float64Array(AGES);
  for (let age = 0; age < AGES; age++) {
    let survivors = before[age]!;
    for (let year = 1; year <= YEARS; year++) survivors *= survival[Math.min(age + year, OPEN_AGE)]!;
    expected[Math.min(age + YEARS, OPEN_AGE)]! += survivors;
  }
  return expected.map((persons, age) => (age < YEARS ? 0 : after[age]! - persons));
}

/**
 * Net migrants of the cohorts born between the censuses, aged 0-4 and 5-9 at the second, from those of women: 1/4 and 3/4
 * of the child-woman ratio times net migrants among women 15-44 and 20-49 (UN Manual VI, annex; Shryock & Siegel 1976, ch. 21).
 */
export function childNetMigration(
  children: { under5: number; from5to9: number },
  women: ArrayLike<number>,
  womenMigrants: ArrayLike<number>,
): { under5: number; from5to9: number } {
  const ratio = (count: number, from: number, to: number): number =>
    (count / total(women, from, to)) * total(womenMigrants, from, to);
  return { under5: ratio(children.under5, 15, 44) / 4, from5to9: (ratio(children.from5to9, 20, 49) * 3) / 4 };
}

/**
 * Ten-year net migrants by cohort turned into a year's net migrants by age: each cohort's tenth is laid over the ages it
 * passed through, in proportion to a model schedule of when people move.
 */
export function annualByAge(decade: ArrayLike<number>, model: ArrayLike<number>): Float64Array {
  const annual = new Float64Array(AGES);
  for (let age = 0; age < AGES; age++) {
    const from = Math.max(0, age - YEARS);
    const weight = (passed: number): number =>
      model[passed]! * (passed === age || (passed === from && age >= YEARS) ? 0.5 : 1);
    let sum = 0;
    for (let passed = from; passed <= age; passed++) sum += weight(passed);
    for (let passed = from; passed <= age; passed++) annual[passed]! += ((decade[age]! / YEARS) * weight(passed)) / sum;
  }
  return annual;
}

function total(counts: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let age = from; age <= to; age++) sum += counts[age]!;
  return sum;
}

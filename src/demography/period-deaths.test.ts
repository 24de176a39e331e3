import { AGES } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendByKannisto } from './kannisto.ts';
import { lifeTable } from './life-table.ts';
import { periodDeaths } from './period-deaths.ts';
import { survivalRatios } from './survival-ratios.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const mx = Float64Array.from(
  { length: AGES },
  (_, age) => 0.0002 + 0.01 * Math.exp(-2 * age) + 3e-5 * Math.exp(0.095 * age),
);
const table = lifeTable(extendByKannisto(mx), 'male');
const open = { lx: table.lx.slice(0, AGES), Lx: table.Lx.slice(0, AGES) };
open.Lx[AGES - 1] = table.Tx[AGES - 1]!;

describe('period deaths', () => {
  it('are as many as the cohorts have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: AGES, maxLength: AGES }),
        (cohort) => {
          const deaths = periodDeaths(cohort, open);
          expect(sum(deaths)).toBeCloseTo(sum(cohort), 6);
          expect(Math.min(...deaths)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it("of a stationary population are the life table's own, at every closed age", () => {
    const survival = survivalRatios(table.Lx);
    const cohort = open.Lx.map((_, age) => {
      const before = age === 0 ? 1 : age === AGES - 1 ? open.Lx[age - 1]! + open.Lx[age]! : open.Lx[age - 1]!;
      return before * (1 - survival[age]!);
    });
    const deaths = periodDeaths(cohort, open);
    for (let age = 0; age < AGES - 2; age++) expect(deaths[age]!).toBeCloseTo(open.lx[age]! - open.lx[age + 1]!, 12);
  });
});

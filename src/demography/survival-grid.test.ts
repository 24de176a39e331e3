import { AGES } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mortalityStandard, relateToLifeExpectancy } from './brass.ts';
import { extendByKannisto } from './kannisto.ts';
import { lifeTable } from './life-table.ts';
import { survivalGrid } from './survival-grid.ts';
import { survivalRatios } from './survival-ratios.ts';

const rates = Float64Array.from(
  { length: AGES },
  (_, age) => 0.0002 + 0.004 * Math.exp(-2 * age) + 3e-5 * Math.exp(0.095 * age),
);
const standard = mortalityStandard(lifeTable(extendByKannisto(rates), 'female').lx, 'female');

describe('the grid of life tables', () => {
  const grid = survivalGrid(standard);
  const worstAt = (lifeExpectancy: number): number => {
    const out = new Float64Array(2 * AGES);
    grid(lifeExpectancy, out, AGES);
    const exact = survivalRatios(relateToLifeExpectancy(standard, lifeExpectancy).Lx);
    return Math.max(...exact.map((ratio, age) => Math.abs(ratio - out[AGES + age]!)));
  };

  it('gives survivorship within 2e-7 of the exact solution', () => {
    fc.assert(
      fc.property(fc.double({ min: 40, max: 100, noNaN: true }), (lifeExpectancy) => {
        expect(worstAt(lifeExpectancy)).toBeLessThan(2e-7);
      }),
      { numRuns: 300 },
    );
  });

  it('is exact at its own points', () => {
    expect(worstAt(78.75)).toBeLessThan(1e-15);
  });
});

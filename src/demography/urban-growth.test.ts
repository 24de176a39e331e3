import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthDifference, urbanShareAfter } from './urban-growth.ts';

const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });

describe('the urban-rural growth difference', () => {
  it('is what urban grows faster than rural', () => {
    const [urban, rural] = [
      (years: number) => 30 * Math.exp(0.03 * years),
      (years: number) => 70 * Math.exp(-0.01 * years),
    ];
    const at = (years: number): number => urban(years) / (urban(years) + rural(years));
    expect(growthDifference(at(0), at(10), 10)).toBeCloseTo(0.04, 12);
    expect(urbanShareAfter(at(10), 0.04, 15)).toBeCloseTo(at(25), 12);
  });

  it('brings back the second share from the first', () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 30 }), (before, after, years) => {
        expect(urbanShareAfter(before, growthDifference(before, after, years), years)).toBeCloseTo(after, 9);
      }),
    );
  });

  it('with a norm grows by the norm once its years have passed, and never leaves 0 to 1', () => {
    const norm = { intercept: 0.037623, slope: -0.02604, years: 25 };
    fc.assert(
      fc.property(share, fc.double({ min: -0.05, max: 0.1, noNaN: true }), (start, difference) => {
        const later = urbanShareAfter(start, difference, 40, norm);
        expect(later).toBeGreaterThan(0);
        expect(later).toBeLessThan(1);
        const before = urbanShareAfter(start, difference, 30, norm);
        expect(growthDifference(before, later, 10)).toBeCloseTo(norm.intercept + norm.slope * start, 6);
      }),
    );
  });
});

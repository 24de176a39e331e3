import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log } from './exp-log.ts';

/** Published Abramowitz & Stegun 1972, tables 1.1 and 4.2. */
const published = [
  [1, Math.E],
  [-1, 0.36787944117144233],
  [0.5, 1.6487212707001282],
  [10, 22026.465794806718],
  [-10, 4.5399929762484854e-5],
] as const;

describe('exp and log', () => {
  it('give published values to the last place but one', () => {
    for (const [x, value] of published) {
      expect(Math.abs(exp(x) / value - 1)).toBeLessThan(4e-16);
      expect(Math.abs(log(value) - x)).toBeLessThan(4e-16 * Math.max(1, Math.abs(x)));
    }
    expect(log(2)).toBe(Math.LN2);
    expect(log(10)).toBeCloseTo(Math.LN10, 15);
  });

  it('are near those of this engine everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(4e-16 * Math.max(1, Math.abs(Math.log(x))));
      }),
    );
  });

  it('keep the exact points and the ends', () => {
    expect([exp(0), log(1), exp(-Infinity), exp(Infinity), log(0), log(Infinity)]).toEqual([
      1,
      0,
      0,
      Infinity,
      -Infinity,
      Infinity,
    ]);
    expect([exp(Number.NaN), log(-1)]).toEqual([Number.NaN, Number.NaN]);
    expect(exp(800)).toBe(Infinity);
    expect(exp(-745)).toBe(5e-324);
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10);
  });
});

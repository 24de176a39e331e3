import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonChange, leeCarter, rotate } from './lee-carter.ts';
import { tableAtLifeExpectancy, tablesAtLifeExpectancies } from './mortality-projection.ts';

const AGES = 101;
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const byAge = (f: (age: number) => number): Float64Array => Float64Array.from({ length: AGES }, (_, age) => f(age));

const shape = byAge((age) => Math.log(0.0004 + 0.004 * Math.exp(-age) + 3e-5 * Math.exp(0.095 * age)));
const higher = shape.map((log) => log + 0.4);
const raw = byAge((age) => 2 - age / 60);
const change: Float64Array = raw.map((value) => value / sum(raw));

const yearsOf = (levels: readonly number[], b: Float64Array = change): Float64Array[] =>
  levels.map((k) => shape.map((log, age) => Math.exp(log + b[age]! * k)));

describe('Lee-Carter', () => {
  it('recovers the parameters that made the rates', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 3, maxLength: 12 }), (drawn) => {
        fc.pre(Math.max(...drawn) - Math.min(...drawn) > 1);
        const mean = sum(drawn) / drawn.length;
        const levels = drawn.map((k) => k - mean);
        const { a, b, k } = leeCarter(yearsOf(levels));
        levels.forEach((level, t) => expect(k[t]!).toBeCloseTo(level, 8));
        for (let age = 0; age < AGES; age++) {
          expect(b[age]!).toBeCloseTo(change[age]!, 9);
          expect(a[age]!).toBeCloseTo(shape[age]!, 9);
        }
      }),
    );
  });

  it('has shares that sum to 1 and none below 0, whatever the rates', () => {
    const rates = fc.array(fc.double({ min: 1e-5, max: 0.9, noNaN: true }), { minLength: AGES, maxLength: AGES });
    fc.assert(
      fc.property(fc.array(rates, { minLength: 3, maxLength: 3 }), (years) => {
        const { b } = leeCarter(years.map((year) => Float64Array.from(year)));
        expect(sum(b)).toBeCloseTo(1, 10);
        expect(Math.min(...b)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses a rate of 0 and a single year', () => {
    expect(() => leeCarter([new Float64Array(AGES), shape])).toThrow('above 0');
    expect(() => leeCarter([shape.map(Math.exp)])).toThrow('two years');
  });

  it('is coherent: the common change is the mean of the sexes', () => {
    const other = byAge(() => 1 / AGES);
    const common = commonChange([leeCarter(yearsOf([-9, 0, 9])), leeCarter(yearsOf([-9, 0, 9], other))]);
    for (let age = 0; age < AGES; age++) expect(common[age]!).toBeCloseTo((change[age]! + other[age]!) / 2, 9);
  });
});

describe('rotation', () => {
  it('leaves b alone up to 80 years and ends flat below 65 at 102', () => {
    expect([...rotate(change, 75)]).toEqual([...change]);
    const ultimate = rotate(change, 102);
    for (let age = 1; age <= 65; age++) expect(ultimate[age]!).toBeCloseTo(ultimate[0]!, 12);
    expect(ultimate[90]! / ultimate[65]!).toBeCloseTo(change[90]! / change[65]!, 12);
  });

  it('keeps the sum at 1 and half of the way (by the root of one half) at 91', () => {
    const ultimate = rotate(change, 110);
    const half = rotate(change, 91);
    expect(sum(half)).toBeCloseTo(1, 12);
    expect((half[0]! - change[0]!) / (ultimate[0]! - change[0]!)).toBeCloseTo(Math.SQRT1_2, 12);
  });
});

describe('mortality at a life expectancy', () => {
  it('meets the target within 1e-6 years, one sex or both', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 35, max: 100, noNaN: true }),
        fc.double({ min: -2, max: 9, noNaN: true }),
        (female, gap) => {
          const alone = tableAtLifeExpectancy({ a: shape, b: change }, female, 'female');
          expect(Math.abs(alone.ex[0]! - female)).toBeLessThan(1e-6);
          const both = tablesAtLifeExpectancies({ female: shape, male: higher }, change, {
            female,
            male: female - gap,
          });
          expect(Math.abs(both.female.ex[0]! - female)).toBeLessThan(1e-6);
          expect(Math.abs(both.male.ex[0]! - (female - gap))).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps old men at or above old women while men live the shorter', () => {
    const crossing = shape.map((log, age) => log + (age < 80 ? 0.8 : -0.3));
    const { female, male } = tablesAtLifeExpectancies({ female: shape, male: crossing }, change, {
      female: 84,
      male: 79,
    });
    for (let age = 80; age <= 130; age++) expect(male.mx[age]!).toBeGreaterThanOrEqual(female.mx[age]!);
  });

  it('refuses what no level can give', () => {
    expect(() => tableAtLifeExpectancy({ a: shape, b: new Float64Array(AGES) }, 90, 'female')).toThrow('90 years');
  });
});

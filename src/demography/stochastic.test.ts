import { random } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenBounds, shockOf, valueAtDeviate } from './stochastic.ts';

const skew = { low95: 0.776, low80: 0.858, median: 1.013, high80: 1.171, high95: 1.248 };
const standardNormal = [-1.959963984540054, -1.2815515655446004, 0, 1.2815515655446004, 1.959963984540054];

describe('a distribution of given quantiles', () => {
  it('has exactly those, and rises', () => {
    const values = standardNormal.map((deviate) => valueAtDeviate(skew, deviate));
    Object.values(skew).forEach((bound, i) => expect(values[i]!).toBeCloseTo(bound, 12));
    expect(valueAtDeviate(skew, 0)).toBe(skew.median);
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (z, more) => {
          expect(valueAtDeviate(skew, z + more)).toBeGreaterThan(valueAtDeviate(skew, z));
        },
      ),
    );
  });

  it('holds 80 and 95 per cent of draws between its bounds', () => {
    const draw = random(11);
    const values = Array.from({ length: 40_000 }, () => valueAtDeviate(skew, draw.normal()));
    const within = (low: number, high: number): number =>
      values.filter((value) => value >= low && value <= high).length / values.length;
    expect(within(skew.low80, skew.high80)).toBeCloseTo(0.8, 2);
    expect(within(skew.low95, skew.high95)).toBeCloseTo(0.95, 2);
  });

  it('lies between two others', () => {
    const other = { low95: 0, low80: 1, median: 2, high80: 3, high95: 4 };
    expect(betweenBounds(skew, other, 0)).toEqual(skew);
    expect(betweenBounds(skew, other, 1)).toEqual(other);
    expect(betweenBounds(skew, other, 0.5).high80).toBeCloseTo((1.171 + 3) / 2, 12);
  });
});

describe('an AR(1) process', () => {
  it('keeps its lasting deviation and its persistence', () => {
    const draw = random(5);
    const [persistence, lasting] = [0.85, 4];
    let value = lasting * draw.normal();
    let [squares, products] = [0, 0];
    const years = 100_000;
    for (let year = 0; year < years; year++) {
      const next = persistence * value + shockOf(persistence, lasting) * draw.normal();
      squares += value * value;
      products += value * next;
      value = next;
    }
    expect(Math.sqrt(squares / years)).toBeCloseTo(lasting, 0);
    expect(products / squares).toBeCloseTo(persistence, 2);
  });
});

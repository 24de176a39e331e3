import { AGES } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fertilityByOrder } from './fertility-by-order.ts';
import { meanAgeAtChildbearing } from './fertility.ts';
import { relationalFertility, spreadOf } from './relational-fertility.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

/** A schedule at ages 15-49 with its mode at 27. */
const standard = Float64Array.from({ length: AGES }, (_, age) =>
  age < 15 || age > 49 ? 0 : Math.exp(-((age - 27) ** 2) / 50) + 0.01,
);

describe('relational Gompertz fertility', () => {
  it('has the total, the mean age and the spread asked for, and no negative rate', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 8, noNaN: true }),
        fc.double({ min: 24, max: 36, noNaN: true }),
        fc.double({ min: 3.5, max: 7, noNaN: true }),
        (totalFertility, meanAge, spread) => {
          const rates = relationalFertility(standard, { totalFertility, meanAge, spread });
          expect(sum(rates)).toBeCloseTo(totalFertility, 10);
          expect(meanAgeAtChildbearing(rates)).toBeCloseTo(meanAge, 8);
          expect(spreadOf(rates)).toBeCloseTo(spread, 6);
          expect(Math.min(...rates)).toBeGreaterThanOrEqual(0);
          expect(sum(rates.slice(0, 15)) + sum(rates.slice(50))).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives the standard back at its own mean age and spread', () => {
    const target = { totalFertility: sum(standard), meanAge: meanAgeAtChildbearing(standard) };
    for (const spread of [undefined, spreadOf(standard)])
      relationalFertility(standard, { ...target, spread }).forEach((rate, age) =>
        expect(rate).toBeCloseTo(standard[age]!, 6),
      );
  });

  it('refuses a mean age outside the standard', () => {
    expect(() => relationalFertility(standard, { totalFertility: 2, meanAge: 60 })).toThrow('mean age 60');
  });
});

describe('fertility by order', () => {
  const women = Float64Array.from({ length: AGES }, (_, age) => 1000 - 5 * age);

  it('recovers rates, and its orders sum to the total fertility rate', () => {
    const rates = [0.7, 0.4, 0.1].map((share) => standard.map((rate) => (share * rate) / sum(standard)));
    const found = fertilityByOrder(
      rates.map((order) => order.map((rate, age) => rate * women[age]!)),
      women,
    );
    expect(sum(found.totals)).toBeCloseTo(1.2, 12);
    found.rates.forEach((order, i) => order.forEach((rate, age) => expect(rate).toBeCloseTo(rates[i]![age]!, 12)));
    expect(found.progression[0]!).toBeCloseTo(4 / 7, 12);
    expect(found.progression[1]!).toBeCloseTo(1 / 4, 12);
  });

  it('refuses births where there are no women', () => {
    expect(() => fertilityByOrder([standard], new Float64Array(AGES))).toThrow('to 0 women');
  });
});

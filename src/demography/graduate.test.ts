import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graduate, roundToSum } from './graduate.ts';

const bounds = [0, 1, ...Array.from({ length: 17 }, (_, index) => (index + 1) * 5)];
const groupsOf = (persons: readonly number[]) =>
  bounds.map((from, index) => ({
    from,
    to: index === bounds.length - 1 ? null : bounds[index + 1]! - 1,
    persons: persons[index]!,
  }));

describe('graduation', () => {
  it('keeps every group total to the person and makes nobody negative', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: bounds.length, maxLength: bounds.length }),
        fc.array(fc.integer({ min: 1, max: 20_000_000 }), { minLength: 101, maxLength: 101 }),
        (persons, reference) => {
          const groups = groupsOf(persons);
          const single = graduate(groups, reference);
          expect(single.every((value) => value >= 0 && Number.isInteger(value))).toBe(true);
          for (const { from, to, persons: total } of groups) {
            let sum = 0;
            for (let age = from; age <= (to ?? 100); age++) sum += single[age]!;
            expect(sum).toBe(total);
          }
        },
      ),
    );
  });

  it('gives the reference itself back when the groups are its own', () => {
    const reference = Array.from({ length: 101 }, (_, age) => 1000 + ((age * 37) % 91) * 10);
    const groups = groupsOf(
      bounds.map((from, index) => {
        const to = index === bounds.length - 1 ? 100 : bounds[index + 1]! - 1;
        return reference.slice(from, to + 1).reduce((a, b) => a + b, 0);
      }),
    );
    expect([...graduate(groups, reference)]).toEqual(reference);
  });

  it('refuses gaps', () => {
    expect(() =>
      graduate(
        [
          { from: 0, to: 4, persons: 1 },
          { from: 6, to: null, persons: 1 },
        ],
        Array.from({ length: 101 }, () => 1),
      ),
    ).toThrow('gap');
  });

  it('rounds to a sum by largest remainder', () => {
    expect(roundToSum([1, 1, 1], 10)).toEqual([4, 3, 3]);
    expect(roundToSum([0, 0], 3)).toEqual([2, 1]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedRecords } from './joined-records.ts';

const traits = (number: readonly number[], birth = number.map(() => -1), sex = number.map(() => -1)) => ({
  number: Int32Array.from(number),
  birth: Int32Array.from(birth),
  sex: Int32Array.from(sex),
});

describe('records put together', () => {
  it('a context joins all of its records or none', () => {
    const joined = joinedRecords(traits([1, -1, 2]));
    expect(joined.joinAll([0, 1, 2])).toBe(false);
    expect(joined.root(1)).toBe(1);
    expect(joined.joinAll([0, 1])).toBe(true);
    expect(joined.joinAll([1, 2])).toBe(false);
  });

  it('births and sexes that differ forbid a context, not evidence that was weighed', () => {
    const joined = joinedRecords(traits([-1, -1], [19900101, 19900110]));
    expect(joined.joinAll([0, 1])).toBe(false);
    expect(joined.join(0, 1)).toBe(true);
  });

  it('two records that a clerk found to be two people are never one, by whatever way round', () => {
    const pair = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(fc.array(pair), pair, (joins, [a, b]) => {
        fc.pre(a !== b);
        const joined = joinedRecords(traits([-1, -1, -1, -1, -1, -1, -1, -1]), [[a, b]]);
        for (const [x, y] of joins) joined.join(x, y);
        expect(joined.root(a)).not.toBe(joined.root(b));
      }),
    );
  });

  it('no cluster holds two numbers', () => {
    const pair = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 8, maxLength: 8 }),
        fc.array(pair),
        (numbers, joins) => {
          const joined = joinedRecords(traits(numbers));
          for (const [x, y] of joins) joined.join(x, y);
          const held = new Map<number, Set<number>>();
          numbers.forEach((number, record) => {
            if (number < 0) return;
            const root = joined.root(record);
            held.set(root, (held.get(root) ?? new Set()).add(number));
          });
          expect([...held.values()].every((set) => set.size === 1)).toBe(true);
        },
      ),
    );
  });
});

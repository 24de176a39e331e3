import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rake } from './rake.ts';

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const odds = (table: ArrayLike<number>): number => (table[0]! * table[4]!) / (table[1]! * table[3]!);
const cells = fc.array(fc.double({ min: 1, max: 50, noNaN: true }), { minLength: 6, maxLength: 6 });
const [rows, columns] = [
  [
    [0, 1, 2],
    [3, 4, 5],
  ],
  [
    [0, 3],
    [1, 4],
    [2, 5],
  ],
];

describe('raking', () => {
  it('meets the margins of another table and keeps the odds ratios of its own', () => {
    fc.assert(
      fc.property(cells, cells, (start, other) => {
        const of = (group: readonly number[]) => ({ cells: group, total: total(group.map((i) => other[i]!)) });
        const values = Float64Array.from(start);
        expect(rake(values, [...rows, ...columns].map(of))).toBeLessThan(1e-9);
        expect(odds(values) / odds(start)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('meets the last margin exactly where margins disagree, and says by how much the others miss', () => {
    const values = Float64Array.of(1, 1, 1, 1, 1, 1);
    const miss = rake(values, [
      { cells: [0, 1, 2], total: 10 },
      { cells: [0, 1, 2, 3, 4, 5], total: 8 },
    ]);
    expect(total(values)).toBeCloseTo(8, 9);
    expect(miss).toBeGreaterThan(0.1);
  });
});

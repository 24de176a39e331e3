import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solvePositive } from './solve-positive.ts';

describe('a positive definite system', () => {
  it('is solved', () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 6 })
          .chain((size) =>
            fc.tuple(
              fc.array(entry, { minLength: size * size, maxLength: size * size }),
              fc.array(entry, { minLength: size, maxLength: size }),
            ),
          ),
        ([root, x]) => {
          const size = x.length;
          const at = (row: number, column: number): number =>
            x.reduce((sum, _, k) => sum + root[row * size + k]! * root[column * size + k]!, row === column ? 1 : 0);
          const matrix = Float64Array.from(root, (_, slot) => at(Math.floor(slot / size), slot % size));
          const b = Float64Array.from(x, (_, row) =>
            x.reduce((sum, value, column) => sum + at(row, column) * value, 0),
          );
          solvePositive(matrix, b).forEach((found, row) => expect(found).toBeCloseTo(x[row]!, 6));
        },
      ),
    );
  });
});

import type { BatchAnswer } from '#api/answers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldQuality, ratedDeliveries } from './quality.ts';

const batch = (
  read: number,
  quality: BatchAnswer['quality'],
  corrects: BatchAnswer['corrects'] = null,
): BatchAnswer => ({
  id: 'b',
  file: 'f.csv',
  bytes: 1,
  landed: '2025-01-01T00:00:00Z',
  knownUntil: '2025-01-01',
  contract: '2026-11-01',
  read,
  accepted: read,
  quarantined: 0,
  corrects,
  simulated: true,
  quality,
});

const entries = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
  .chain((fields) =>
    fc.tuple(
      ...fields.map((field) =>
        fc.record({ field: fc.constant(field), filled: fc.nat(100), faulty: fc.nat(100), distinct: fc.nat(50) }),
      ),
    ),
  )
  .map((quality) => batch(100, quality));

describe('quality of fields over deliveries', () => {
  it('puts the field with the worst delivery first, by either measure, and loses none', () => {
    fc.assert(
      fc.property(
        fc.array(entries, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('faulty' as const, 'filled' as const),
        (deliveries, measure) => {
          const rows = fieldQuality(deliveries, measure);
          const worst = rows.map(({ shares }) =>
            Math.max(...shares.map((share) => (share === undefined ? 0 : measure === 'faulty' ? share : 1 - share))),
          );
          expect(worst).toEqual([...worst].sort((a, b) => b - a));
          expect(new Set(rows.map(({ field }) => field))).toEqual(
            new Set(deliveries.flatMap(({ quality }) => quality.map(({ field }) => field))),
          );
        },
      ),
    );
  });

  it('tells a field that a delivery does not have from one that is empty', () => {
    const rows = fieldQuality(
      [
        batch(10, [{ field: 'a', filled: 0, faulty: 0, distinct: 0 }]),
        batch(10, [{ field: 'b', filled: 5, faulty: 1, distinct: 3 }]),
      ],
      'filled',
    );
    expect(rows).toEqual([
      { field: 'a', shares: [0, undefined], distinct: 0 },
      { field: 'b', shares: [undefined, 0.5], distinct: 3 },
    ]);
  });

  it('rates the latest deliveries, without corrections and empty files', () => {
    const rated = [batch(3, []), batch(4, []), batch(0, []), batch(1, [], { batch: 'x', line: 2 }), batch(5, [])];
    expect(ratedDeliveries(rated, 2).map(({ read }) => read)).toEqual([4, 5]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabYears } from '../lab.ts';
import { aimParam } from './aim.ts';

const years: LabYears = { base: 2020, anchor: 2024, handles: [2025, 2050], outcomes: [2030], horizon: 2050 };
const param = aimParam(years, ['resident-population', 'share-65-plus']);

describe('the aim in the address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('resident-population', 'share-65-plus'),
        fc.integer({ min: 2025, max: 2050 }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
        (indicator, year, target) => {
          expect(param.parse(param.format({ indicator, year, target }))).toEqual({ indicator, year, target });
        },
      ),
    );
  });

  it('is refused whole when a part makes no sense', () => {
    for (const text of [
      '',
      'births:2030:1',
      'resident-population:2024:1',
      'resident-population:2051:1',
      'share-65-plus:2030:',
      'share-65-plus:2030:x',
      'share-65-plus:20300:1',
    ])
      expect(param.parse(text)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Spell } from './spell-bars.ts';
import { spellBars, yearTicks } from './spell-bars.ts';

const date = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));
const spell: fc.Arbitrary<Spell> = fc.record({
  kind: fc.constantFrom('residence' as const, 'hukou' as const),
  county: fc.constant('510502'),
  township: fc.constant(null),
  since: fc.option(date),
  until: fc.option(date),
  knownFrom: date,
  knownTo: fc.option(date),
  dataset: fc.constant('household-registration'),
});

describe('spells on a time line', () => {
  it('has a bar for each spell, none ends before it begins or lies outside the line', () => {
    fc.assert(
      fc.property(fc.array(spell), date, (spells, known) => {
        const { bars, from, to } = spellBars(spells, known);
        expect(bars.map((bar) => bar.spell)).toHaveLength(spells.length);
        for (const bar of bars) {
          expect(bar.from).toBeLessThanOrEqual(bar.to);
          expect(bar.from).toBeGreaterThanOrEqual(from);
          expect(bar.to).toBeLessThanOrEqual(to);
        }
        expect(from).toBeLessThan(to);
      }),
    );
  });

  it('marks years inside the line, never more than fit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -7000, max: 20_000 }),
        fc.integer({ min: 1, max: 30_000 }),
        fc.integer({ min: 1, max: 10 }),
        (from, length, most) => {
          const ticks = yearTicks(from, from + length, most);
          expect(ticks.length).toBeLessThanOrEqual(most);
          for (const { at } of ticks) {
            expect(at).toBeGreaterThanOrEqual(from);
            expect(at).toBeLessThanOrEqual(from + length);
          }
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule, ScheduleRow } from './parse/schema.ts';
import { scheduleRates, spanOf } from './schedule.ts';

const source = { doc: 'proposal' };
const rising = (from: number, to: number) => [
  { at: 2024, value: from, source },
  { at: 2039, value: to, source },
];
const row = (part: Partial<ScheduleRow>): ScheduleRow => ({
  from: 0,
  values: [{ at: 2020, value: 100, source }],
  ...part,
});
const schedule = (...rows: ScheduleRow[]): Schedule => ({
  id: 'test',
  label: { zh: '试', en: 'test' },
  unit: 'per-cent',
  covers: 'all',
  rows,
});
const female = (age: number): number => age;
const male = (age: number): number => 101 + age;

/**
 * The exact age at which somebody of the year's end has just retired, by the decision of 2024: those who would have retired in the m-th month
 * from January 2025 (0, 1, …) stay ⌈(m + 1)/every⌉ months longer, up to `most`.
 */
function boundByMonths(year: number, original: number, every: number, most: number): number {
  const monthsPassed = (year - 2024) * 12;
  let last = -1;
  for (let month = 0; month < monthsPassed; month++) {
    const later = Math.min(most, Math.ceil((month + 1) / every));
    if (month + later < monthsPassed) last = month;
  }
  return original + (monthsPassed - 1 - last) / 12;
}

describe('a schedule', () => {
  it.each([
    ['men', 60, 63, 4],
    ['women retiring at 55', 55, 58, 4],
    ['women retiring at 50', 50, 55, 2],
  ])('with an age that moves evenly follows the months of the decision of 2024: %s', (_, original, final, every) => {
    for (let year = 2024; year <= 2045; year++) {
      const even = spanOf(row({ until: rising(original, final) }), year).until;
      const months = boundByMonths(year, original, every, (final - original) * 12);
      expect(Math.abs(even - months)).toBeLessThanOrEqual(1 / 12 + 1e-9);
    }
  });

  it('counts the part of the year of age before an exact bound', () => {
    const rates = scheduleRates(schedule(row({ sex: 'male', from: 16, until: rising(60, 63) })), '', 2027);
    expect([rates[male(15)], rates[male(16)], rates[male(59)], rates[male(61)], rates[female(40)]]).toEqual([
      0, 100, 100, 0, 0,
    ]);
    expect(rates[male(60)]).toBeCloseTo(60, 9);
  });

  it('goes with those born in its years: older by one each year, the same persons', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2000 }), fc.integer({ min: 2010, max: 2050 }), (born, year) => {
        const rates = scheduleRates(schedule(row({ born: [born, born + 4] })), '', year);
        const ages = [...rates.subarray(0, 101).keys()].filter((age) => rates[age]! > 0);
        expect(ages).toEqual(
          [4, 3, 2, 1, 0].map((later) => year - born - later).filter((age) => age >= 0 && age <= 100),
        );
      }),
    );
  });

  it('adds up groups, and lets an area have rows of its own', () => {
    const general = [
      row({ group: 'a', values: [{ at: 2020, value: 30, source }] }),
      row({ group: 'b', to: 49, values: [{ at: 2020, value: 20, source }] }),
    ];
    const own = row({ area: '999901', values: [{ at: 2020, value: 7, source }] });
    const rates = (area: string): Float64Array => scheduleRates(schedule(...general, own), area, 2025);
    expect([rates('999902')[40], rates('999902')[60], rates('999901')[40]]).toEqual([50, 30, 7]);
  });
});

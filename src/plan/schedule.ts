import type { AreaCode, Sex, Source } from '#base';
import { AGES, OPEN_AGE, SEXES } from '#base';
import { valueAt } from './path.ts';
import type { Schedule, ScheduleRow } from './parse/schema.ts';
import type { Pack } from './pack.ts';

/** A stretch of exact ages, `from` included, `until` not; empty where `until` is not above `from`. */
export interface AgeSpan {
  readonly from: number;
  readonly until: number;
}

/**
 * The exact ages that a row is for in a year. At the end of a year those born in year b are y − b in completed years, so that
 * years of birth are ages too.
 */
export function spanOf(row: ScheduleRow, year: number): AgeSpan {
  const last = row.until === undefined ? (row.to ?? OPEN_AGE) + 1 : valueAt(row.until, year, 'linear', true)!;
  const [firstBorn, lastBorn] = row.born ?? [-Infinity, Infinity];
  const from = Math.max(row.from, year - lastBorn);
  return { from, until: Math.max(from, Math.min(last, year - firstBorn + 1)) };
}

/** A row's value in a year: linear between its points, constant beyond. */
export const rowValue = (row: ScheduleRow, year: number): number => valueAt(row.values, year, 'linear', true)!;

/** The rows that count for an area: its own where it has any, else those of every area. */
export function rowsFor(schedule: Schedule, area: AreaCode): readonly ScheduleRow[] {
  const own = schedule.rows.filter((row) => row.area === area);
  return own.length > 0 ? own : schedule.rows.filter((row) => row.area === undefined);
}

/**
 * Rates of a schedule for an area and year by sex (female, male) and age: 2 x 101, in the schedule's unit. A row that ends inside a year of age
 * counts for that part of it; ages without a row have 0.
 */
export function scheduleRates(schedule: Schedule, area: AreaCode, year: number): Float64Array {
  const rates = new Float64Array(2 * AGES);
  for (const row of rowsFor(schedule, area)) {
    const { from, until } = spanOf(row, year);
    const value = rowValue(row, year);
    for (let age = Math.max(0, Math.floor(from)); age < Math.min(AGES, until); age++) {
      const part = Math.min(age + 1, until) - Math.max(age, from);
      SEXES.forEach((sex: Sex, s) => {
        if (row.sex === undefined || row.sex === sex) rates[s * AGES + age]! += part * value;
      });
    }
  }
  return rates;
}

/** Where a schedule's rates of a year come from: the source of the point last passed in its first row. */
export function scheduleSource(schedule: Schedule, area: AreaCode, year: number): Source {
  const values = rowsFor(schedule, area)[0]?.values ?? [];
  return (values.findLast(({ at }) => at <= year) ?? values[0])?.source ?? { none: schedule.id };
}

export const findSchedule = (pack: Pack, id: string): Schedule | undefined =>
  pack.schedules.find((schedule) => schedule.id === id);

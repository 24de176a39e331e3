import type { Problem } from '#base';
import { SEXES } from '#base';
import type { ReadFile } from './parse-pack.ts';
import type { PackFile, Schedule, ScheduleRow } from './schema.ts';
import { scheduleRates, spanOf } from '../schedule.ts';

/** Rules on schedules that a schema cannot say: points in order, rates within bounds, ages without overlap or gap in any year. */
export function checkSchedules(files: readonly ReadFile[], info: PackFile | undefined): Problem[] {
  const years =
    info === undefined
      ? []
      : Array.from({ length: info.years.horizon - info.years.base + 1 }, (_, index) => info.years.base + index);
  return files
    .filter((file) => file.path.startsWith('schedules/') && file.value !== undefined)
    .flatMap((file) => [
      ...outOfOrder(file),
      ...outOfBounds(file),
      ...overfull(file, years),
      ...brokenAges(file, years),
    ]);
}

const rowsOf = (file: ReadFile): readonly ScheduleRow[] => (file.value as Schedule).rows;

function outOfOrder(file: ReadFile): Problem[] {
  return rowsOf(file).flatMap((row, index) => {
    const backwards: Problem[] = [];
    for (const key of ['values', 'until'] as const)
      row[key]?.forEach(({ at }, point, all) => {
        const before = all[point - 1]?.at;
        if (before !== undefined && before >= at)
          backwards.push({
            code: 'plan.order',
            severity: 'error',
            where: file.placeOf(['rows', index, key, point, 'at']),
            params: { what: key, reason: `${at} after ${before}` },
          });
      });
    const [first, last] = row.born ?? [0, 0];
    if ((row.to ?? Infinity) < row.from || last < first)
      backwards.push({
        code: 'plan.order',
        severity: 'error',
        where: file.placeOf(['rows', index]),
        params: { what: 'from, to', reason: row.born === undefined ? `${row.from}–${row.to}` : `${first}–${last}` },
      });
    return backwards;
  });
}

/** What a share of everybody is in a schedule's unit; other rates have a bound that no rate comes near. */
const limitOf = ({ unit }: Schedule): number => ({ 'per-cent': 100, 'per-mille': 1000 })[unit] ?? 1e6;

/** Shares lie between nothing and everybody, other rates are not below nought. */
function outOfBounds(file: ReadFile): Problem[] {
  const to = limitOf(file.value as Schedule);
  return rowsOf(file).flatMap((row, index) =>
    (['values', 'until'] as const).flatMap((key) =>
      (row[key] ?? []).flatMap(({ value }, point): Problem[] => {
        const limit = key === 'until' ? 101 : to;
        if (value >= 0 && value <= limit) return [];
        return [
          {
            code: 'plan.out-of-bounds',
            severity: 'error',
            where: file.placeOf(['rows', index, key, point, 'value']),
            params: { what: key, value, from: 0, to: limit },
          },
        ];
      }),
    ),
  );
}

/** Groups that lie over one another are together no more than everybody, in any year. */
function overfull(file: ReadFile, years: readonly number[]): Problem[] {
  const schedule = file.value as Schedule;
  if (!schedule.rows.some(({ group }) => group !== undefined)) return [];
  const limit = limitOf(schedule);
  for (const area of new Set(schedule.rows.map((row) => row.area ?? '')))
    for (const year of years) {
      const sum = Math.max(...scheduleRates(schedule, area, year));
      if (sum > limit + 1e-9)
        return [
          {
            code: 'plan.out-of-bounds',
            severity: 'error',
            where: file.placeOf(['rows']),
            params: { what: `${year} ${area}`, value: sum, from: 0, to: limit },
          },
        ];
    }
  return [];
}

/** In every year the rows of an area, sex and group follow one another; the first year that breaks the rule is told. */
function brokenAges(file: ReadFile, years: readonly number[]): Problem[] {
  const rows = rowsOf(file).map((row, index) => ({ row, index }));
  const kinds = new Map<string, typeof rows>();
  for (const entry of rows)
    for (const sex of SEXES) {
      if (entry.row.sex !== undefined && entry.row.sex !== sex) continue;
      const key = [entry.row.area, sex, entry.row.group].filter((part) => part !== undefined).join(' ');
      kinds.set(key, [...(kinds.get(key) ?? []), entry]);
    }
  const found = new Map<string, Problem>();
  for (const [whom, entries] of kinds)
    for (const year of years) {
      const spans = entries
        .map(({ row, index }) => ({ ...spanOf(row, year), index }))
        .filter(({ from, until }) => until > from)
        .toSorted((a, b) => a.from - b.from);
      spans.forEach((span, place) => {
        const before = spans[place - 1];
        if (before === undefined || before.until === span.from) return;
        const overlaps = before.until > span.from;
        const key = `${span.index} ${overlaps}`;
        if (found.has(key)) return;
        found.set(key, {
          code: overlaps ? 'plan.ages-overlap' : 'plan.ages-gap',
          severity: 'error',
          where: file.placeOf(['rows', span.index]),
          params: overlaps ? { year, whom, age: span.from } : { year, whom, from: before.until, to: span.from },
          fix: `from: ${before.until}`,
        });
      });
    }
  return [...found.values()];
}

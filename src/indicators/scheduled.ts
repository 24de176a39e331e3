import type { AreaCode, LocalText, Missing } from '#base';
import { AREA_CELLS, missing } from '#base';
import type { Pack, Schedule } from '#plan';
import { findSchedule, rowsFor, scheduleRates, scheduleSource } from '#plan';
import type { Input } from './inputs.ts';
import type { CountedBasis, Snapshot } from './population-inputs.ts';

/** Persons of an area by sex and age: those of `indices` among the areas of `codes`. */
export interface Counted {
  readonly area: AreaCode;
  readonly year: number;
  readonly codes: readonly AreaCode[];
  readonly indices: readonly number[];
  readonly counts: Float64Array;
}

/**
 * Persons x rate of a schedule summed over the cells of an area. Shares (per cent, per mille) give persons. A county's own rates count for
 * it, so that a city is the sum of its counties. Missing before a rate is first known.
 */
export function scheduledSum(pack: Pack, id: string, counted: Counted): number | Missing {
  const schedule = findSchedule(pack, id);
  if (schedule === undefined) return missing('input-missing', id);
  const { area, year, codes, indices, counts } = counted;
  const areas = indices.map((index) => codes[index]!);
  const absent = areas.some((code) => rowsFor(schedule, code).length === 0);
  if (absent || (schedule.covers === 'city' && area !== pack.info.city)) return missing('area-not-covered', id);
  if (areas.some((code) => rowsFor(schedule, code).some(({ values }) => values[0]!.at > year)))
    return missing('outside-period', id);
  let sum = 0;
  for (const [position, index] of indices.entries()) {
    const rates = scheduleRates(schedule, areas[position]!, year);
    for (let i = 0; i < AREA_CELLS; i++) sum += counts[index * AREA_CELLS + i]! * rates[i]!;
  }
  return sum * (shareOf(schedule) ?? 1);
}

/** The same as an input with its words. It is an estimate but where every area has a rate of its own for the very year. */
export function scheduledInput(
  pack: Pack,
  codes: readonly AreaCode[],
  { area, year, population, indices }: Snapshot,
  id: string,
  basis: CountedBasis,
): Input {
  const shell = scheduleWords(pack, id, basis);
  if ('missing' in population) return { ...shell, value: population };
  const value = scheduledSum(pack, id, { area, year, codes, indices, counts: population.counts });
  const schedule = findSchedule(pack, id);
  if (schedule === undefined) return { ...shell, value };
  const areas = indices.map((index) => codes[index]!);
  const rows = areas.flatMap((code) => rowsFor(schedule, code));
  const own = rows.every((row) => row.area !== undefined && row.values.some(({ at }) => at === year));
  return { ...shell, value, source: scheduleSource(schedule, areas[0] ?? '', year), estimated: !own };
}

/** Name and unit of such a sum. */
export function scheduleWords(pack: Pack, id: string, basis: CountedBasis): { name: LocalText; unit: string } {
  const schedule = findSchedule(pack, id);
  const label = schedule?.label ?? { zh: id, en: id };
  const name =
    basis === 'registered'
      ? { zh: `户籍人口 × ${label.zh}`, en: `registered × ${label.en}` }
      : { zh: `常住人口 × ${label.zh}`, en: `residents × ${label.en}` };
  return { name, unit: schedule === undefined || shareOf(schedule) === undefined ? 'none' : 'persons' };
}

const shareOf = ({ unit }: Schedule): number | undefined => ({ 'per-cent': 1 / 100, 'per-mille': 1 / 1000 })[unit];

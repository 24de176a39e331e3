import type { AreaCode } from './area.ts';
import type { Basis, Status } from './figure.ts';
import type { Source } from './source.ts';

/** Oldest, open age group: 100 and over. */
export const OPEN_AGE = 100;
/** Single ages 0, 1, …, 99, 100+. */
export const AGES = OPEN_AGE + 1;
/** Axis order of every population array. */
export const SEXES = ['female', 'male'] as const;
export type Sex = (typeof SEXES)[number];
export const FEMALE = 0;
export const MALE = 1;
/** Cells of one area: two sexes by 101 ages. */
export const AREA_CELLS = 2 * AGES;

/**
 * Counts by area x sex x single age (0..100+) at a date, on a stated basis. `counts` is area-major, then sex (female,
 * male), then age: cell = (area * 2 + sex) * 101 + age. Areas do not overlap; larger ones are their sums.
 */
export interface Population {
  readonly areas: readonly AreaCode[];
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly basis: Basis;
  readonly status: Status;
  readonly source: Source;
  readonly counts: Float64Array;
}

export const cell = (area: number, sex: number, age: number): number => (area * 2 + sex) * AGES + age;

/** Indices of `codes` among the areas; an unknown code is a bug and throws. */
export function areaIndices(areas: readonly AreaCode[], codes: readonly AreaCode[]): number[] {
  return codes.map((code) => {
    const index = areas.indexOf(code);
    if (index < 0) throw new Error(`area ${code} is not in this population`);
    return index;
  });
}

export interface Selection {
  /** Indices of areas; all when left out. */
  readonly areas?: readonly number[];
  readonly sex?: Sex;
  /** First and last age, both included; 100 is the open group. */
  readonly from?: number;
  readonly to?: number;
}

/** Persons in a selection of an area-major count array (population, deaths, migrants …). */
export function sumCounts(counts: Float64Array, { areas, sex, from = 0, to = OPEN_AGE }: Selection = {}): number {
  const areaCount = areas?.length ?? counts.length / AREA_CELLS;
  let sum = 0;
  for (let n = 0; n < areaCount; n++)
    for (let s = 0; s < 2; s++) {
      if (sex !== undefined && SEXES[s] !== sex) continue;
      const start = cell(areas?.[n] ?? n, s, 0);
      for (let i = start + from; i <= start + to; i++) sum += counts[i]!;
    }
  return sum;
}

/** Single-age counts of one sex summed over areas: 101 numbers. */
export function ageCounts(counts: Float64Array, sex: Sex, areas: readonly number[]): Float64Array {
  const sums = new Float64Array(AGES);
  const s = SEXES.indexOf(sex);
  for (const area of areas) {
    const start = cell(area, s, 0);
    for (let age = 0; age < AGES; age++) sums[age]! += counts[start + age]!;
  }
  return sums;
}

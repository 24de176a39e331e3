import { AGES, OPEN_AGE } from '#base';

export type PyramidUnit = 'persons' | 'share';
export type PyramidGroup = 1 | 5;

/** Ages of one bar pair; `to` 100 is open. Values are persons, or per cent of the whole population of both sexes. */
export interface PyramidRow {
  readonly from: number;
  readonly to: number;
  readonly female: number;
  readonly male: number;
}

/** Bars of a pyramid, youngest first, from single-age counts (0..100+) of both sexes. The open group 100+ stands alone. */
export function pyramidRows(
  female: ArrayLike<number>,
  male: ArrayLike<number>,
  { unit, group }: { unit: PyramidUnit; group: PyramidGroup },
): readonly PyramidRow[] {
  const all = sum(female, 0, OPEN_AGE) + sum(male, 0, OPEN_AGE);
  const factor = unit === 'persons' ? 1 : all === 0 ? 0 : 100 / all;
  const rows: PyramidRow[] = [];
  for (let from = 0; from < AGES; from += group) {
    const to = Math.min(from + group - 1, OPEN_AGE);
    rows.push({ from, to, female: sum(female, from, to) * factor, male: sum(male, from, to) * factor });
  }
  return rows;
}

/** Longest bar of some pyramids: the one scale that all their years are drawn on. */
export const longestBar = (pyramids: Iterable<readonly PyramidRow[]>): number => {
  let longest = 0;
  for (const rows of pyramids) for (const row of rows) longest = Math.max(longest, row.female, row.male);
  return longest;
};

/** A round end of the axis at or above the longest bar, and the ticks from 0 to it. */
export function pyramidAxis(longest: number): { limit: number; ticks: readonly number[] } {
  if (longest <= 0) return { limit: 1, ticks: [0, 1] };
  const power = 10 ** Math.floor(Math.log10(longest / 5));
  const step = [1, 2, 2.5, 5, 10].map((digit) => digit * power).find((width) => width * 5 >= longest * (1 - 1e-9))!;
  const count = Math.ceil(longest / step - 1e-9);
  return { limit: tidy(count * step), ticks: Array.from({ length: count + 1 }, (_, index) => tidy(index * step)) };
}

/** Words of an age group: `15`, `15–19`, `100+`. */
export const ageLabel = (from: number, to: number): string =>
  from === OPEN_AGE || to === OPEN_AGE ? `${from}+` : from === to ? `${from}` : `${from}–${to}`;

/**
 * Outline of one sex as points (value, age) that step round the bars from the bottom to the top; `age` counts from 0 to 101,
 * a bar of a group reaching from its first age to one past its last.
 */
export const pyramidOutline = (
  rows: readonly PyramidRow[],
  sex: 'female' | 'male',
): readonly { value: number; age: number }[] =>
  rows.flatMap((row) => [
    { value: row[sex], age: row.from },
    { value: row[sex], age: row.to + 1 },
  ]);

function sum(counts: ArrayLike<number>, from: number, to: number): number {
  let total = 0;
  for (let age = from; age <= to; age++) total += counts[age]!;
  return total;
}

const tidy = (value: number): number => Number(value.toPrecision(12));

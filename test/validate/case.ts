import type { Problem } from '#base';

/** One comparison with a published figure. */
export interface ValidationCase {
  readonly name: string;
  readonly ours: number;
  readonly theirs: number;
  readonly error: number;
  readonly tolerance: number;
  readonly pass: boolean;
}

/** What a validation found: comparisons, and what is wrong with the data. */
export interface Validation {
  readonly cases: readonly ValidationCase[];
  readonly problems: readonly Problem[];
}

/** A case that passes when |error| is within the tolerance; the error is absolute unless given. */
export function compare(
  name: string,
  ours: number,
  theirs: number,
  tolerance: number,
  error = Math.abs(ours - theirs),
): ValidationCase {
  return { name, ours, theirs, error, tolerance, pass: error <= tolerance };
}

export const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

/** Mean absolute percentage error of a path of totals. */
export const meanAbsolutePercentage = (ours: readonly number[], theirs: readonly number[]): number =>
  (100 * sum(ours.map((value, i) => Math.abs(value / theirs[i]! - 1)))) / ours.length;

/** Absolute errors of all ages over the persons there are, per cent. */
export const weightedAbsolutePercentage = (ours: ArrayLike<number>, theirs: ArrayLike<number>): number =>
  (100 * sum(Array.from(ours, (value, i) => Math.abs(value - theirs[i]!)))) / sum(theirs);

/** The cases as an aligned table. */
export function formatCases(cases: readonly ValidationCase[]): string {
  const rows = [
    ['case', 'ours', 'theirs', 'error', 'tolerance', 'pass'],
    ...cases.map(({ name, ours, theirs, error, tolerance, pass }) => [
      name,
      ...[ours, theirs, error, tolerance].map(short),
      pass ? 'pass' : 'FAIL',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row.map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!))).join('  '),
    )
    .join('\n');
}

const short = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(2) : String(Math.round(value * 10_000) / 10_000);

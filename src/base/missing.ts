/** A value that is not there, and why. It flows through formulas to the page; it is never 0. */
export interface Missing {
  readonly missing: MissingReason;
  /** What exactly is missing: an input's name, an indicator's id, a year. */
  readonly what?: string;
}

export type MissingReason =
  | 'not-reported'
  | 'not-in-register'
  | 'no-formula'
  | 'input-missing'
  | 'outside-period'
  | 'area-not-covered'
  | 'denominator-zero'
  | 'qualitative'
  | 'not-computable';

export const missing = (reason: MissingReason, what?: string): Missing =>
  what === undefined ? { missing: reason } : { missing: reason, what };

export const isMissing = (value: unknown): value is Missing =>
  typeof value === 'object' && value !== null && 'missing' in value;

/** `numerator / denominator * per`, or the first missing part. */
export function ratio(numerator: number | Missing, denominator: number | Missing, per = 1): number | Missing {
  if (isMissing(numerator)) return numerator;
  if (isMissing(denominator)) return denominator;
  return denominator === 0 ? missing('denominator-zero') : (numerator / denominator) * per;
}

/** `map` applied to a value that is there. */
export const whenPresent = <T>(value: T | Missing, map: (value: T) => number | Missing): number | Missing =>
  isMissing(value) ? value : map(value);

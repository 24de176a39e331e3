/** One comparison with a published figure. */
export interface ValidationCase {
  readonly name: string;
  readonly ours: number;
  readonly theirs: number;
  readonly error: number;
  readonly tolerance: number;
  readonly pass: boolean;
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

export const formatCases = (cases: readonly ValidationCase[]): string =>
  [
    ['case', 'ours', 'theirs', 'error', 'tolerance', 'pass'].join('\t'),
    ...cases.map(({ name, ours, theirs, error, tolerance, pass }) =>
      [name, short(ours), short(theirs), short(error), short(tolerance), pass ? 'pass' : 'FAIL'].join('\t'),
    ),
  ].join('\n');

const short = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(2) : String(Math.round(value * 1000) / 1000);

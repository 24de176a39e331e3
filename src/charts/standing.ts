import type { Missing } from '#base';
import { isMissing } from '#base';

/** Where a value stands beside a reference, measured by how far the values on its side of the reference usually lie from it. */
export interface Standing {
  /** Distance from the reference in usual distances; positive is above. */
  readonly distance: number;
  /** `high` and `low` stand out. */
  readonly word: 'high' | 'low' | 'near';
}

/** Usual distances from which a value stands out. */
const STANDS_OUT = 0.9;

/**
 * Standing of each value beside the reference; nothing where either is missing or all are alike. The usual distance is the root mean square of
 * the values on the same side, so that a few far above do not hide those below, and at least half of that of all values.
 */
export function standings(
  values: readonly (number | Missing)[],
  reference: number | Missing,
): readonly (Standing | undefined)[] {
  if (isMissing(reference)) return values.map(() => undefined);
  const distances = values.map((value) => (isMissing(value) ? undefined : value - reference));
  const known = distances.filter((distance) => distance !== undefined);
  const least = rootMeanSquare(known) / 2;
  const above = Math.max(least, rootMeanSquare(known.filter((distance) => distance > 0)));
  const below = Math.max(least, rootMeanSquare(known.filter((distance) => distance < 0)));
  return distances.map((difference) => {
    if (difference === undefined || !(least > 1e-12)) return undefined;
    const distance = difference / (difference > 0 ? above : below);
    return { distance, word: distance >= STANDS_OUT ? 'high' : distance <= -STANDS_OUT ? 'low' : 'near' };
  });
}

const rootMeanSquare = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

import type { Missing } from '#base';
import { isMissing } from '#base';

/** Where a value stands beside a reference, measured by how far the values of all areas lie from it. */
export interface Standing {
  /** Distance from the reference in root-mean-square distances of all values; positive is above. */
  readonly distance: number;
  /** `high` and `low` stand out: at least 1.2 such distances away. */
  readonly word: 'high' | 'low' | 'near';
}

const STANDS_OUT = 1.2;

/** Standing of each value beside the reference; nothing where either is missing or all are alike. */
export function standings(
  values: readonly (number | Missing)[],
  reference: number | Missing,
): readonly (Standing | undefined)[] {
  if (isMissing(reference)) return values.map(() => undefined);
  const known = values.filter((value): value is number => !isMissing(value));
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - reference) ** 2, 0) / known.length);
  return values.map((value) => {
    if (isMissing(value) || !(spread > 1e-12)) return undefined;
    const distance = (value - reference) / spread;
    return { distance, word: distance >= STANDS_OUT ? 'high' : distance <= -STANDS_OUT ? 'low' : 'near' };
  });
}

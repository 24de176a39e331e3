/** A number at a year; the shape shared by plan values, assumption paths and series. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

export type PathKind = 'linear' | 'step' | 'none';

/**
 * Value of a path at a year. `points` ascend. Between points: `linear` interpolates, `step` keeps the earlier value,
 * `none` knows only the points' own years. Before the first and after the last point there is no value, unless
 * `hold` says that the ends go on.
 */
export function valueAt(points: readonly Point[], year: number, kind: PathKind, hold = false): number | undefined {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (year < first.at) return hold ? first.value : undefined;
  if (year > last.at) return hold ? last.value : undefined;
  const next = points.findIndex((point) => point.at >= year);
  const after = points[next]!;
  if (after.at === year) return after.value;
  const before = points[next - 1]!;
  switch (kind) {
    case 'linear':
      return before.value + ((after.value - before.value) * (year - before.at)) / (after.at - before.at);
    case 'step':
      return before.value;
    case 'none':
      return undefined;
  }
}

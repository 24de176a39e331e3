/** One measured promise: what, the bound, what was measured, and how. */
export interface Measure {
  readonly what: string;
  readonly bound: string;
  readonly measured: string;
  readonly met: boolean | undefined;
  readonly how: string;
}

export const formatMeasures = (measures: readonly Measure[]): string =>
  [
    '| what | bound | measured | met | how |',
    '|---|---|---|---|---|',
    ...measures.map(
      ({ what, bound, measured, met, how }) =>
        `| ${what} | ${bound} | ${measured} | ${met === undefined ? 'not measured' : met ? 'yes' : '**no**'} | ${how} |`,
    ),
  ].join('\n');

/** Quantile of some numbers, 0..1, by nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

/** Milliseconds of each of `runs` calls after `warmup` uncounted ones. */
export function time(work: () => void, runs: number, warmup: number): number[] {
  for (let i = 0; i < warmup; i++) work();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

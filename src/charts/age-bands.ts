import { OPEN_AGE, sumCounts } from '#base';

/** Ages by which planners divide a population; together they are everybody. */
export const AGE_BANDS = [
  { id: '0-14', from: 0, to: 14 },
  { id: '15-59', from: 15, to: 59 },
  { id: '60-64', from: 60, to: 64 },
  { id: '65-79', from: 65, to: 79 },
  { id: '80+', from: 80, to: OPEN_AGE },
] as const;

export interface BandPart {
  readonly persons: number;
  /** Per cent of the areas' population; 0 where there is nobody. */
  readonly share: number;
}

/** Persons and shares of each age band in some areas together, in the order of `AGE_BANDS`. */
export function ageBands(counts: Float64Array, areas: readonly number[]): readonly BandPart[] {
  const all = sumCounts(counts, { areas });
  return AGE_BANDS.map(({ from, to }) => {
    const persons = sumCounts(counts, { areas, from, to });
    return { persons, share: all === 0 ? 0 : (persons / all) * 100 };
  });
}

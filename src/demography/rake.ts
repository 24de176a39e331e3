/** Cells that together are to have a total. */
export interface Margin {
  readonly cells: readonly number[];
  readonly total: number;
}

const CLOSE = 1e-12;

/**
 * Scales positive numbers in place until each margin's cells sum to its total: iterative proportional fitting (Deming & Stephan 1940).
 * Margins are visited in order, so that the last is met exactly whatever the others ask. Returns the largest relative miss after
 * at most `rounds` rounds.
 */
export function rake(values: Float64Array, margins: readonly Margin[], rounds = 1000): number {
  let miss = Infinity;
  for (let round = 0; round < rounds && miss > CLOSE; round++) {
    for (const { cells, total } of margins) {
      const sum = sumOf(values, cells);
      if (sum > 0) for (const index of cells) values[index]! *= total / sum;
    }
    miss = Math.max(0, ...margins.map(({ cells, total }) => Math.abs(sumOf(values, cells) / total - 1)));
  }
  return miss;
}

function sumOf(values: Float64Array, cells: readonly number[]): number {
  let sum = 0;
  for (const index of cells) sum += values[index]!;
  return sum;
}

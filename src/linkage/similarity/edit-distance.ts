import type { PreparedText } from './prepared-text.ts';
import { leastEdits } from './prepared-text.ts';

let rows: readonly [Int32Array, Int32Array, Int32Array] = [new Int32Array(64), new Int32Array(64), new Int32Array(64)];

/**
 * Edits between two texts: insertions, deletions, substitutions and swaps of neighbours (optimal string alignment; Damerau 1964), in
 * characters. Gives up with `limit + 1` when more than `limit` are needed.
 */
export function editDistance(a: PreparedText, b: PreparedText, limit: number): number {
  if (a.text === b.text) return 0;
  if (leastEdits(a, b) > limit) return limit + 1;
  const [x, y] = [a.codes, b.codes];
  if (y.length >= rows[0].length) rows = [row(y.length), row(y.length), row(y.length)];
  let [before, previous, current] = rows;
  for (let j = 0; j <= y.length; j++) previous[j] = j;
  for (let i = 1; i <= x.length; i++) {
    current[0] = i;
    let least = i;
    for (let j = 1; j <= y.length; j++) {
      let cost = previous[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1);
      if (previous[j]! + 1 < cost) cost = previous[j]! + 1;
      if (current[j - 1]! + 1 < cost) cost = current[j - 1]! + 1;
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1] && before[j - 2]! + 1 < cost)
        cost = before[j - 2]! + 1;
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[y.length]!, limit + 1);
}

const row = (length: number): Int32Array => new Int32Array(length * 2);

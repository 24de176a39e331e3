import type { Random } from '#base';
import { mix } from '#base';

/**
 * A number on [0, 1) that belongs to (seed, subject, question): what a person is like does not depend on the order in
 * which the city is made, so every feed, and any part of one, can be written alone.
 */
export const chance = (seed: number, subject: number, question: number): number =>
  (mix(mix(mix(seed | 0) ^ mix((subject | 0) + 0x9e3779b9)) ^ mix((question | 0) + 0x85ebca6b)) >>> 0) / 4294967296;

/** Cumulative weights for `pick`. */
export function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = sum += weights[i]!;
  return sums;
}

/** Index drawn from cumulative weights at `u` on [0, 1). */
export function pick(sums: Float64Array, u: number): number {
  const target = u * sums[sums.length - 1]!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Whole numbers with the same running sum as `values` (never off by more than 1 anywhere): what is rounded off one cell
 * goes to the next.
 */
export function roundRunning(values: ArrayLike<number>, start: number): Int32Array {
  const whole = new Int32Array(values.length);
  let carried = start;
  for (let i = 0; i < values.length; i++) {
    carried += values[i]!;
    whole[i] = Math.floor(carried);
    carried -= whole[i]!;
  }
  return whole;
}

/** Shuffles in place (Fisher-Yates). */
export function shuffle(items: Int32Array | number[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = items[i]!;
    items[i] = items[j]!;
    items[j] = held;
  }
}

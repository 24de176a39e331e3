import type { Missing } from '#base';
import { isMissing } from '#base';

/** Ways to cut a range of values into classes. */
export const CLASS_METHODS = ['natural', 'equal', 'quantile'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

export interface ClassOptions {
  readonly method: ClassMethod;
  readonly count: number;
  /** Smallest step in which values are shown; the outer bounds are rounded outwards to it. */
  readonly step: number;
}

/**
 * Bounds of the classes of some values, ascending, one more than there are classes. Inner bounds are the roundest numbers that
 * cut where the method says; where values lie on both sides of 0, 0 is a bound. Fewer values give fewer classes; none give none.
 */
export function classBounds(values: readonly number[], { method, count, step }: ClassOptions): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  if (first === undefined || last === undefined) return [];
  const [low, high] = [tidy(Math.floor(first / step + 1e-9) * step), tidy(Math.ceil(last / step - 1e-9) * step)];
  if (low === high) return [low, tidy(high + step)];
  const inner = method === 'equal' ? equalCuts(low, high, count) : groupCuts(sorted, method, count);
  const straddles = low < 0 && high > 0;
  const bounds = [low, ...(straddles ? withZero(inner) : inner).filter((bound) => bound > low && bound < high), high];
  return bounds.filter((bound, index) => index === 0 || bound > bounds[index - 1]!);
}

/** Class of a value: half-open from each lower bound, the last one closed; -1 outside or missing. */
export function classOf(bounds: readonly number[], value: number | Missing): number {
  if (isMissing(value) || bounds.length < 2) return -1;
  const slack = Math.abs(bounds[bounds.length - 1]! - bounds[0]!) * 1e-9;
  if (value < bounds[0]! - slack || value > bounds[bounds.length - 1]! + slack) return -1;
  for (let index = bounds.length - 2; index > 0; index--) if (value >= bounds[index]! - slack) return index;
  return 0;
}

/** How many values fall in each class, and how many in none. */
export function classCounts(
  bounds: readonly number[],
  values: readonly (number | Missing)[],
): { counts: readonly number[]; none: number } {
  const counts = Array.from({ length: Math.max(0, bounds.length - 1) }, () => 0);
  let none = 0;
  for (const value of values) {
    const index = classOf(bounds, value);
    if (index < 0) none++;
    else counts[index]!++;
  }
  return { counts, none };
}

/** Colours, light to dark in one hue; readable with any colour vision and in grey. */
const SEQUENTIAL = ['#e3eef6', '#b4d1e5', '#7badd0', '#3f82b3', '#15537f'];
const BELOW_ZERO = ['#f7dcc0', '#e9a463', '#b3580c'];

/** One colour per class: darker is more; below 0, orange and darker is less. */
export function classColours(bounds: readonly number[]): readonly string[] {
  const classes = Math.max(0, bounds.length - 1);
  const below = bounds.filter((bound, index) => index < classes && bounds[index + 1]! <= 0 && bound < 0).length;
  return [...spread(BELOW_ZERO, below).reverse(), ...spread(SEQUENTIAL, classes - below)];
}

/** Colour of areas without a value: outside both ramps, and drawn with a dashed border. */
export const NO_DATA_COLOUR = '#ececec';

function equalCuts(low: number, high: number, count: number): number[] {
  const width = roundStep((high - low) / count);
  const cuts: number[] = [];
  for (let bound = Math.ceil(low / width + 1e-9) * width; bound < high - width * 1e-9; bound += width)
    cuts.push(tidy(bound));
  return cuts;
}

function groupCuts(sorted: readonly number[], method: 'natural' | 'quantile', count: number): number[] {
  const starts = method === 'natural' ? naturalStarts(sorted, count) : quantileStarts(sorted, count);
  return starts
    .filter((start) => sorted[start]! > sorted[start - 1]!)
    .map((start) => roundestBetween(sorted[start - 1]!, sorted[start]!));
}

const quantileStarts = (sorted: readonly number[], count: number): number[] =>
  Array.from({ length: count - 1 }, (_, index) => Math.round(((index + 1) * sorted.length) / count)).filter(
    (start) => start > 0 && start < sorted.length,
  );

/** First index of each class but the first, with the least sum of squares within classes (Fisher's exact method). */
function naturalStarts(sorted: readonly number[], count: number): number[] {
  const size = sorted.length;
  const classes = Math.min(count, new Set(sorted).size);
  const sums = [0];
  const squares = [0];
  sorted.forEach((value, index) => {
    sums.push(sums[index]! + value);
    squares.push(squares[index]! + value * value);
  });
  const spread = (from: number, to: number): number => {
    const sum = sums[to]! - sums[from]!;
    return squares[to]! - squares[from]! - (sum * sum) / (to - from);
  };
  let best = Array.from({ length: size + 1 }, (_, to) => (to === 0 ? 0 : spread(0, to)));
  const cuts: number[][] = [];
  for (let k = 2; k <= classes; k++) {
    const cut = Array.from({ length: size + 1 }, () => 0);
    const next = best.map(() => Number.POSITIVE_INFINITY);
    for (let to = k; to <= size; to++)
      for (let from = k - 1; from < to; from++) {
        const cost = best[from]! + spread(from, to);
        if (cost < next[to]!) [next[to], cut[to]] = [cost, from];
      }
    best = next;
    cuts.push(cut);
  }
  const starts: number[] = [];
  let to = size;
  for (const cut of cuts.reverse()) {
    to = cut[to]!;
    starts.unshift(to);
  }
  return starts;
}

/** The roundest number above `low` and not above `high`. */
export function roundestBetween(low: number, high: number): number {
  for (let power = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high), high - low))); power > -12; power--)
    for (const digit of [5, 2, 1]) {
      const step = digit * 10 ** power;
      const candidate = tidy(Math.floor(high / step + 1e-9) * step);
      if (candidate > low && candidate <= high) return candidate;
    }
  return high;
}

/** 0 in place of the inner bound nearest to it. */
function withZero(inner: readonly number[]): number[] {
  const nearest = inner.reduce((best, bound) => (Math.abs(bound) < Math.abs(best) ? bound : best), inner[0] ?? 0);
  return [...inner.filter((bound) => bound !== nearest), 0].sort((a, b) => a - b);
}

/** 1, 2 or 5 times a power of ten, not below a width. */
function roundStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  return ([1, 2, 5].find((digit) => digit * power >= width * (1 - 1e-9)) ?? 10) * power;
}

const tidy = (value: number): number => Number(value.toPrecision(12));

/** Colours of a ramp, evenly spread over a number of classes. */
const spread = (ramp: readonly string[], count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) =>
      ramp[count === 1 ? Math.floor(ramp.length / 2) : Math.round((index * (ramp.length - 1)) / (count - 1))]!,
  );

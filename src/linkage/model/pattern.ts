import type { LinkageModel } from './model.ts';

/** Most octaves of frequency told apart: values borne by 1-3 records, 4-7, 8-15, …; the last holds all above. */
const MOST_OCTAVES = 16;

/**
 * How the levels of all comparisons of a pair, and the octave of frequency where an agreement is weighed by it, are packed in one
 * whole number. Pairs are counted by this pattern, and everything later is decided by it.
 */
export interface PatternLayout {
  readonly octaves: number;
  readonly digits: readonly Digit[];
}

/** One comparison's digit: its cells are the levels, a weighed level taking one cell for each octave. */
export interface Digit {
  readonly comparison: string;
  readonly stride: number;
  /** By level: its first cell. */
  readonly first: readonly number[];
  /** By level: the column whose octave is added; undefined where the level is not weighed. */
  readonly frequency: readonly (string | undefined)[];
  /** By cell. */
  readonly level: readonly number[];
  /** By cell: octave, −1 in levels that are not weighed. */
  readonly octave: readonly number[];
}

/** The layout of a model. Many comparisons get fewer octaves, so that a pattern stays an exact number. */
export function patternLayout(model: LinkageModel): PatternLayout {
  for (let octaves = MOST_OCTAVES; octaves > 0; octaves--) {
    const layout = layoutWith(model, octaves);
    const last = layout.digits.at(-1);
    if (last === undefined || last.stride * last.level.length <= Number.MAX_SAFE_INTEGER) return layout;
  }
  throw new Error('the comparisons have too many levels for one pattern');
}

function layoutWith(model: LinkageModel, octaves: number): PatternLayout {
  let stride = 1;
  const digits = model.comparisons.map((comparison): Digit => {
    const frequency = [undefined, ...comparison.levels.map((level) => level.frequency), undefined];
    const first: number[] = [];
    const level: number[] = [];
    const octave: number[] = [];
    frequency.forEach((column, index) => {
      first.push(level.length);
      for (let step = 0; step < (column === undefined ? 1 : octaves); step++) {
        level.push(index);
        octave.push(column === undefined ? -1 : step);
      }
    });
    const digit = { comparison: comparison.id, stride, first, frequency, level, octave };
    stride *= level.length;
    return digit;
  });
  return { octaves, digits };
}

const cellOf = ({ stride, level }: Digit, pattern: number): number => Math.floor(pattern / stride) % level.length;

/** Level of each comparison in a pattern. */
export const levelsOf = (layout: PatternLayout, pattern: number): readonly number[] =>
  layout.digits.map((digit) => digit.level[cellOf(digit, pattern)]!);

/** Octave of frequency of each comparison in a pattern; −1 where the level is not weighed by frequency. */
export const octavesOf = (layout: PatternLayout, pattern: number): readonly number[] =>
  layout.digits.map((digit) => digit.octave[cellOf(digit, pattern)]!);

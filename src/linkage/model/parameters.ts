import type { LinkageModel } from './model.ts';

/** What is learned of a model: plain data, to be kept beside it. */
export interface Parameters {
  /** Share of matches among all pairs the model allows. */
  readonly lambda: number;
  /** By comparison, as in the model. */
  readonly comparisons: readonly ComparisonParameters[];
}

export interface ComparisonParameters {
  readonly id: string;
  /** Share of matches in each level, of those where both sides say something; index 0, the null level, is unused. */
  readonly m: readonly number[];
  /** The same of non-matches. */
  readonly u: readonly number[];
  /** By level and octave: share of non-matches that share a value of that octave over the share of records that bear one. */
  readonly frequency: readonly (readonly number[] | undefined)[];
}

/** Patterns and how many pairs have each. */
export interface PatternCounts {
  readonly patterns: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

/** Records and squared counts by octave of a column's values; sums run over distinct values. */
export interface FrequencySums {
  readonly records: readonly number[];
  readonly squares: readonly number[];
}

export interface TrainingData {
  readonly model: LinkageModel;
  /** Pairs the rules find; the rest of `totalPairs` counts as non-matches. May be a sample, then `totalPairs` is scaled likewise. */
  readonly candidates: PatternCounts;
  /** Pairs at random. */
  readonly random: PatternCounts;
  readonly totalPairs: number;
  readonly frequencies: Readonly<Record<string, FrequencySums>>;
  /** Whether the frequencies are of persons; else they are of records, several of which may be of one. */
  readonly ofPersons?: boolean;
}

/** Whether parameters are of this model: the same comparisons with as many levels. */
export const parametersFit = ({ comparisons }: LinkageModel, parameters: Parameters): boolean =>
  comparisons.length === parameters.comparisons.length &&
  comparisons.every(({ id, levels }, k) => {
    const learned = parameters.comparisons[k]!;
    return learned.id === id && learned.m.length === levels.length + 2;
  });

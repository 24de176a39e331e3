import type { Calibration } from '#linkage';
import { calibratedProbability, errorRates, learnFromDecisions, probability, weightAt } from '#linkage';
import type { DoubtfulPair, Verdict } from '#register';
import type { ReviewAnswer } from './answers.ts';

/** Decisions below which nothing is said of the model. */
const ENOUGH = 20;

/** What a clerk found of a pair, with the weight that the model gave it, in thousandths of a bit. */
export interface Decided {
  readonly verdict: Verdict;
  readonly weight: number | null;
}

/** Weight of a pair: where its waterfall ends. */
export const weightOf = ({ steps }: DoubtfulPair): number => Math.round((steps.at(-1)?.total ?? 0) * 1000);

export interface Learned {
  /** Probability of a weight: as clerks found it where they decided enough, else the model's own. */
  readonly probability: (weight: number) => number;
  readonly answer: ReviewAnswer['learned'];
}

/**
 * What decisions say of the model, on the pairs that are put to clerks: precision and recall if it decided these alone, at one half. The pairs that it
 * decides without a clerk are not among them.
 */
export function learned(decided: readonly Decided[], waiting: readonly number[]): Learned {
  const taught = decided.flatMap(({ verdict, weight }) =>
    verdict === 'unsure' || weight === null ? [] : [{ weight, same: verdict === 'same' }],
  );
  if (taught.length < ENOUGH) return { probability, answer: null };
  const calibration: Calibration = learnFromDecisions(taught);
  const rates = errorRates(calibration, [...waiting, ...taught.map(({ weight }) => weight)], weightAt(0.5));
  const estimate = ({ value, from, to }: (typeof rates)['precision']) => ({ value, low: from, high: to });
  return {
    probability: (weight) => calibratedProbability(calibration, weight),
    answer: { decisions: taught.length, precision: estimate(rates.precision), recall: estimate(rates.recall) },
  };
}

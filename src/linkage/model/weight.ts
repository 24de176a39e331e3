import type { Parameters } from './parameters.ts';
import type { PatternLayout } from './pattern.ts';
import { levelsOf, octavesOf } from './pattern.ts';

/** Weights are whole thousandths of a bit, so that a sum is the same on every machine and a decision never hangs on rounding. */
export const UNITS_PER_BIT = 1000;

export const toUnits = (bits: number): number => Math.round(bits * UNITS_PER_BIT);

/** Prior weight: log2 of the odds that a pair at random is a match. */
export const priorWeight = ({ lambda }: Parameters): number => toUnits(Math.log2(lambda) - Math.log2(1 - lambda));

/** Probability of a weight, exact for large weights of both signs: never 1 − tiny or tiny/(…+tiny). */
export function probability(weight: number): number {
  const odds = 2 ** (-Math.abs(weight) / UNITS_PER_BIT);
  return weight >= 0 ? 1 / (1 + odds) : odds / (1 + odds);
}

/** Weight at which a probability is reached. */
export const weightAt = (chance: number): number => toUnits(Math.log2(chance) - Math.log2(1 - chance));

/** Weight of each comparison in a pattern (0 at the null level). */
export function comparisonWeights(layout: PatternLayout, parameters: Parameters, pattern: number): readonly number[] {
  const octaves = octavesOf(layout, pattern);
  return levelsOf(layout, pattern).map((level, index) => {
    if (level === 0) return 0;
    const { m, u, frequency } = parameters.comparisons[index]!;
    const chance = frequency[level]?.[octaves[index]!] ?? u[level]!;
    return toUnits(Math.log2(m[level]!) - Math.log2(chance));
  });
}

/** Weight of a pattern, the prior included. */
export const patternWeight = (layout: PatternLayout, parameters: Parameters, pattern: number): number =>
  comparisonWeights(layout, parameters, pattern).reduce((sum, weight) => sum + weight, priorWeight(parameters));

import type { LinkageModel } from './model.ts';
import type { Parameters } from './parameters.ts';
import { levelsOf, patternLayout } from './pattern.ts';
import { comparisonWeights, priorWeight, probability, UNITS_PER_BIT } from './weight.ts';

/** One bar of the waterfall: what a comparison found and how far it moves the odds. */
export interface EvidenceStep {
  readonly comparison: string;
  /** Id of the level; `missing` where a side says nothing, `other` where no level holds. */
  readonly level: string;
  /** Bits: +1 doubles the odds of a match. */
  readonly bits: number;
  /** Odds so far in bits, this step included. */
  readonly total: number;
}

export interface PairExplanation {
  readonly probability: number;
  /** The prior (`level: prior`) first, then the comparisons in the model's order. */
  readonly steps: readonly EvidenceStep[];
}

/** Why a pair has its probability. */
export function explainPair(model: LinkageModel, parameters: Parameters, pattern: number): PairExplanation {
  const layout = patternLayout(model);
  const levels = levelsOf(layout, pattern);
  let total = priorWeight(parameters);
  const steps: EvidenceStep[] = [{ comparison: 'prior', level: 'prior', ...bits(total, total) }];
  comparisonWeights(layout, parameters, pattern).forEach((weight, index) => {
    const comparison = model.comparisons[index]!;
    const level = levels[index]!;
    total += weight;
    const name = level === 0 ? 'missing' : (comparison.levels[level - 1]?.id ?? 'other');
    steps.push({ comparison: comparison.id, level: name, ...bits(weight, total) });
  });
  return { probability: probability(total), steps };
}

const bits = (weight: number, total: number) => ({ bits: weight / UNITS_PER_BIT, total: total / UNITS_PER_BIT });

import { UNITS_PER_BIT, weightAt } from './weight.ts';

/** What a clerk found of a pair that the model gave this weight; pairs left unsure teach nothing and are left out. */
export interface PairDecision {
  readonly weight: number;
  readonly same: boolean;
}

/** Log-odds of a match = (intercept + slope · weight) in bits; (0, 1) where the model was right all along. */
export interface Calibration {
  readonly intercept: number;
  readonly slope: number;
  /** Covariance of intercept and slope. */
  readonly covariance: readonly [readonly [number, number], readonly [number, number]];
  readonly decisions: number;
}

export interface Estimate {
  readonly value: number;
  /** 95 % interval. */
  readonly from: number;
  readonly to: number;
}

/** Errors of linking at a threshold, as estimated from clerks' decisions. */
export interface ErrorRates {
  /** Share of linked pairs that are matches. */
  readonly precision: Estimate;
  /** Share of matches among the pairs kept that are linked; matches that no rule found are not seen. */
  readonly recall: Estimate;
}

const LN2 = Math.LN2;
/** Strength with which the model is believed before any decision: standard deviations of intercept (bits) and slope. */
const PRIOR = { intercept: 4, slope: 0.5 } as const;
const ITERATIONS = 50;

/**
 * How far the model's weights are to be believed, from decided pairs: logistic regression of "same" on the weight, with a normal prior
 * around "the model is right" (Platt 1999 with shrinkage; posterior by Laplace's approximation). Decided pairs may be picked by
 * weight, as a review queue does; picked by looks they would bias it.
 */
export function learnFromDecisions(decisions: readonly PairDecision[]): Calibration {
  let at = posterior(decisions, 0, 1);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const [da, db] = multiply(inverse(at.hessian), at.gradient);
    let step = 1;
    let next = posterior(decisions, at.intercept + da, at.slope + db);
    while (next.value < at.value && step > 1e-6) {
      step /= 2;
      next = posterior(decisions, at.intercept + step * da, at.slope + step * db);
    }
    const moved = next.value - at.value;
    if (moved > 0) at = next;
    if (moved < 1e-10) break;
  }
  const [aa, ab, bb] = inverse(at.hessian);
  return {
    intercept: at.intercept,
    slope: at.slope,
    covariance: [
      [aa, ab],
      [ab, bb],
    ],
    decisions: decisions.length,
  };
}

/** Symmetric 2 × 2 matrix: [aa, ab, bb]. */
type Symmetric = readonly [number, number, number];

/** Logarithm of the posterior up to a constant, its gradient, and its negated second derivatives. */
function posterior(decisions: readonly PairDecision[], intercept: number, slope: number) {
  const [pa, pb] = [1 / PRIOR.intercept ** 2, 1 / PRIOR.slope ** 2];
  let value = -(pa * intercept ** 2 + pb * (slope - 1) ** 2) / 2;
  let [ga, gb] = [-pa * intercept, pb * (1 - slope)];
  let [aa, ab, bb]: [number, number, number] = [pa, 0, pb];
  for (const { weight, same } of decisions) {
    const bits = weight / UNITS_PER_BIT;
    const odds = intercept + slope * bits;
    const p = chance(odds);
    value -= softplus((same ? -odds : odds) * LN2);
    const rest = ((same ? 1 : 0) - p) * LN2;
    const spread = p * (1 - p) * LN2 * LN2;
    ga += rest;
    gb += rest * bits;
    aa += spread;
    ab += spread * bits;
    bb += spread * bits * bits;
  }
  return { intercept, slope, value, gradient: [ga, gb] as const, hessian: [aa, ab, bb] as Symmetric };
}

/** log(1 + e^x) without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

function inverse([aa, ab, bb]: Symmetric): Symmetric {
  const determinant = aa * bb - ab * ab;
  return [bb / determinant, -ab / determinant, aa / determinant];
}

const multiply = ([aa, ab, bb]: Symmetric, [x, y]: readonly [number, number]): readonly [number, number] => [
  aa * x + ab * y,
  ab * x + bb * y,
];

/** Probability of a weight after what clerks found. */
export const calibratedProbability = ({ intercept, slope }: Calibration, weight: number): number =>
  chance(intercept + (slope * weight) / UNITS_PER_BIT);

/** Weight from which pairs reach a probability after what clerks found. */
export const calibratedThreshold = ({ intercept, slope }: Calibration, probability: number): number =>
  Math.round((weightAt(probability) - intercept * UNITS_PER_BIT) / slope);

/** Precision and recall of linking all pairs of at least `link`, expected over the calibrated probabilities of all pairs kept. */
export function errorRates(calibration: Calibration, weights: ArrayLike<number>, link: number): ErrorRates {
  const linked = totals();
  const kept = totals();
  for (let i = 0; i < weights.length; i++) {
    const bits = weights[i]! / UNITS_PER_BIT;
    const p = chance(calibration.intercept + calibration.slope * bits);
    const spread = p * (1 - p) * LN2;
    for (const sum of weights[i]! >= link ? [linked, kept] : [kept]) {
      sum.pairs++;
      sum.matches += p;
      sum.gradient[0] += spread;
      sum.gradient[1] += spread * bits;
    }
  }
  const precision = linked.pairs === 0 ? 1 : linked.matches / linked.pairs;
  const recall = kept.matches === 0 ? 1 : linked.matches / kept.matches;
  const ofPrecision = linked.gradient.map((slope) => slope / Math.max(1, linked.pairs));
  const ofRecall = linked.gradient.map(
    (slope, k) => (slope - recall * kept.gradient[k]!) / Math.max(1e-12, kept.matches),
  );
  return {
    precision: interval(precision, ofPrecision, calibration),
    recall: interval(recall, ofRecall, calibration),
  };
}

const chance = (bits: number): number => (bits >= 0 ? 1 / (1 + 2 ** -bits) : 2 ** bits / (1 + 2 ** bits));

const totals = (): { pairs: number; matches: number; gradient: [number, number] } => ({
  pairs: 0,
  matches: 0,
  gradient: [0, 0],
});

/** 95 % interval by the delta method on the logit, so that it stays within 0 and 1. */
function interval(value: number, [ga, gb]: readonly number[], { covariance }: Calibration): Estimate {
  const variance = ga! * ga! * covariance[0][0] + 2 * ga! * gb! * covariance[0][1] + gb! * gb! * covariance[1][1];
  const inside = value * (1 - value);
  if (inside <= 0) return { value, from: value, to: value };
  const width = (1.96 * Math.sqrt(Math.max(0, variance))) / inside;
  const odds = Math.log(value / (1 - value));
  return { value, from: logistic(odds - width), to: logistic(odds + width) };
}

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

import type { LinkageModel } from './model.ts';
import type { ComparisonParameters, FrequencySums, Parameters, PatternCounts, TrainingData } from './parameters.ts';
import type { PatternLayout } from './pattern.ts';
import { levelsOf, octavesOf, patternLayout } from './pattern.ts';

const MAX_ITERATIONS = 200;
const CONVERGED = 1e-5;
/**
 * A pair less likely than this teaches nothing: very many unlikely pairs would together outweigh the likely ones, and the model would
 * settle on "same city, same kind" instead of "same one".
 */
const LEAST_CHANCE = 0.05;
/** Share of matches in a level that sets two people apart: 60 bits against them. */
const NEVER = 2 ** -60;
/** Pairs added to each level of the matches, spread as the start says: no level is impossible because it was not seen. */
const PRIOR_PAIRS = 1;

/**
 * Learns lambda, m and u from counted patterns, without any label (EM; Winkler 1988, Fellegi and Sunter 1969). The mixture runs over
 * *all* pairs: those that no rule finds are non-matches, those found are shared out by their probability. u comes from pairs at
 * random, less the matches among them; m and lambda from the pairs found. Deterministic.
 */
export function estimate(data: TrainingData): Parameters {
  const layout = patternLayout(data.model);
  const pairs = decode(layout, data.candidates);
  const random = levelShares(layout, data.random);
  let m = data.model.comparisons.map(({ levels }, index) =>
    startingShares(layout.digits[index]!.first.length).map((share, g) =>
      levels[g - 1]?.apart === true ? NEVER : share,
    ),
  );
  let lambda = startingLambda(data);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const parameters = withChances(data, random, m, lambda);
    const next = maximise(data.model, layout, pairs, matchProbabilities(pairs, parameters), data.totalPairs);
    const change = Math.max(...next.m.flatMap((shares, k) => shares.map((share, g) => Math.abs(share - m[k]![g]!))));
    const moved = Math.abs(next.lambda - lambda) / lambda;
    ({ m, lambda } = next);
    if (change < CONVERGED && moved < CONVERGED) break;
  }
  return withChances(data, random, m, lambda);
}

interface Decoded {
  readonly counts: ArrayLike<number>;
  /** By comparison, then by pattern. */
  readonly levels: readonly Uint8Array[];
  readonly octaves: readonly Int8Array[];
}

function decode(layout: PatternLayout, { patterns, counts }: PatternCounts): Decoded {
  const levels = layout.digits.map(() => new Uint8Array(patterns.length));
  const octaves = layout.digits.map(() => new Int8Array(patterns.length));
  for (let i = 0; i < patterns.length; i++) {
    levelsOf(layout, patterns[i]!).forEach((level, k) => (levels[k]![i] = level));
    octavesOf(layout, patterns[i]!).forEach((octave, k) => (octaves[k]![i] = octave));
  }
  return { counts, levels, octaves };
}

/** Where learning starts: each level half as likely as the one before, the last (no agreement) unlikely. */
function startingShares(levels: number): number[] {
  const shares = Array.from({ length: levels }, (_, level) =>
    level === 0 ? 0 : level === levels - 1 ? 0.05 : 0.5 ** level,
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** Where learning starts: n/8 matches among the n²/2 pairs of n records. */
const startingLambda = ({ totalPairs }: TrainingData): number => 0.25 / Math.sqrt(Math.max(1, totalPairs * 2)) || 0.25;

interface Shares {
  readonly shares: readonly number[];
  readonly pairs: number;
}

/** Shares of the levels of each comparison among the pairs where both sides say something. */
function levelShares(layout: PatternLayout, counts: PatternCounts): readonly Shares[] {
  const sums = layout.digits.map(({ first }) => first.map(() => 0));
  for (let i = 0; i < counts.patterns.length; i++)
    levelsOf(layout, counts.patterns[i]!).forEach((level, k) => (sums[k]![level]! += counts.counts[i]!));
  return sums.map((byLevel) => {
    const pairs = byLevel.reduce((sum, count, level) => (level === 0 ? sum : sum + count), 0);
    return { shares: byLevel.map((count, level) => (level === 0 || pairs === 0 ? 0 : count / pairs)), pairs };
  });
}

/** u and the chance of sharing a value by octave, both freed of the matches among pairs at random; never below half a pair seen. */
function withChances(
  data: TrainingData,
  random: readonly Shares[],
  m: readonly (readonly number[])[],
  lambda: number,
): Parameters {
  const comparisons = data.model.comparisons.map((comparison, k): ComparisonParameters => {
    const { shares, pairs } = random[k]!;
    const floor = 0.5 / (pairs + 1);
    const u = shares.map((share, g) => (g === 0 ? 0 : Math.max(floor, (share - lambda * m[k]![g]!) / (1 - lambda))));
    const frequency = [
      undefined,
      ...comparison.levels.map(({ when, frequency }, index) =>
        frequency === undefined
          ? undefined
          : 'equal' in when && when.equal === frequency
            ? octaveChances(data.frequencies[frequency]!, data.ofPersons === true ? 0 : lambda * m[k]![index + 1]!)
            : scaledChances(data.frequencies[frequency]!, u[index + 1]!),
      ),
      undefined,
    ];
    return { id: comparison.id, m: m[k]!, u, frequency };
  });
  return { lambda, comparisons };
}

/**
 * Mean frequency of a value by octave, seen from a record that bears it: Σ n²/N over Σ n. Matches share values too; their part
 * (lambda·m) is taken off, but no value is rarer than one record in N.
 */
function octaveChances({ records, squares }: FrequencySums, matched: number): readonly number[] {
  const all = records.reduce((sum, count) => sum + count, 0);
  return records.map((count, octave) =>
    count === 0 ? 1 / all : Math.max(1 / all, squares[octave]! / count / all - matched),
  );
}

/** u of a level in proportion to the mean frequency of each octave, for a level that is not the equality of the weighed column. */
function scaledChances({ records, squares }: FrequencySums, u: number): readonly number[] {
  const mean = squares.reduce((sum, square) => sum + square, 0) / records.reduce((sum, count) => sum + count, 0);
  return records.map((count, octave) => (count === 0 ? u : Math.min(0.5, (u * squares[octave]!) / count / mean)));
}

/** E step: probability of each pattern. */
function matchProbabilities({ counts, levels, octaves }: Decoded, { lambda, comparisons }: Parameters): Float64Array {
  const weights = new Float64Array(counts.length).fill(Math.log(lambda) - Math.log(1 - lambda));
  comparisons.forEach((comparison, k) => {
    const logs = weightsByLevel(comparison);
    for (let i = 0; i < weights.length; i++) weights[i]! += logs[levels[k]![i]!]![octaves[k]![i]! + 1]!;
  });
  return weights.map((weight) => {
    const chance = weight >= 0 ? 1 / (1 + Math.exp(-weight)) : Math.exp(weight) / (1 + Math.exp(weight));
    return chance < LEAST_CHANCE ? 0 : chance;
  });
}

/** Natural log of m over u by level, then by octave from −1 (not weighed by frequency). */
const weightsByLevel = ({ m, u, frequency }: ComparisonParameters): readonly (readonly number[])[] =>
  m.map((share, level) =>
    [u[level]!, ...(frequency[level] ?? [])].map((chance) => (level === 0 ? 0 : Math.log(share) - Math.log(chance))),
  );

/** M step. */
function maximise(
  { comparisons }: LinkageModel,
  layout: PatternLayout,
  { counts, levels }: Decoded,
  probabilities: Float64Array,
  totalPairs: number,
) {
  let matches = 0;
  for (let i = 0; i < probabilities.length; i++) matches += probabilities[i]! * counts[i]!;
  const m = layout.digits.map((digit, k) => {
    const start = startingShares(digit.first.length);
    const sums = start.map((share) => share * PRIOR_PAIRS);
    for (let i = 0; i < probabilities.length; i++) sums[levels[k]![i]!]! += probabilities[i]! * counts[i]!;
    const known = sums.reduce((sum, count, g) => (g === 0 ? sum : sum + count), 0);
    return sums.map((count, g) =>
      g === 0 ? 0 : comparisons[k]!.levels[g - 1]?.apart === true ? NEVER : count / known,
    );
  });
  return { m, lambda: Math.min(0.5, Math.max(matches, 0.5) / totalPairs) };
}

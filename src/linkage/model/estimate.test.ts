import fc from 'fast-check';
import { random } from '#base';
import { describe, expect, it } from 'vitest';
import { estimate } from './estimate.ts';
import { explainPair } from './explain.ts';
import type { LinkageModel } from './model.ts';
import type { Parameters } from './parameters.ts';
import { levelsOf, patternLayout } from './pattern.ts';
import { patternWeight, probability, weightAt } from './weight.ts';

const model: LinkageModel = {
  comparisons: ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    needs: [id],
    levels: [
      { id: 'same', when: { equal: id } },
      { id: 'near', when: { equal: `${id}_near` } },
    ],
  })),
  blocking: [],
  grades: [],
  thresholds: { review: 0.1, link: 0.9 },
};
const layout = patternLayout(model);

const truth: Parameters = {
  lambda: 0.002,
  comparisons: [
    { m: [0, 0.85, 0.1, 0.05], u: [0, 0.02, 0.05, 0.93] },
    { m: [0, 0.7, 0.2, 0.1], u: [0, 0.05, 0.1, 0.85] },
    { m: [0, 0.95, 0.03, 0.02], u: [0, 0.01, 0.02, 0.97] },
    { m: [0, 0.6, 0.25, 0.15], u: [0, 0.1, 0.1, 0.8] },
  ].map((shares, index) => ({
    id: 'abcd'[index]!,
    ...shares,
    frequency: [undefined, undefined, undefined, undefined],
  })),
};

/** Pairs drawn from the model itself, counted by pattern. */
function simulate(pairs: number, seed: number) {
  const stream = random(seed);
  const counts = new Map<number, number>();
  const matches = new Map<number, number>();
  for (let pair = 0; pair < pairs; pair++) {
    const isMatch = stream.uniform() < truth.lambda;
    let pattern = 0;
    truth.comparisons.forEach(({ m, u }, k) => {
      let rest = stream.uniform();
      const shares = isMatch ? m : u;
      let level = 1;
      while (level < 3 && rest >= shares[level]!) rest -= shares[level++]!;
      pattern += level * layout.digits[k]!.stride;
    });
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    if (isMatch) matches.set(pattern, (matches.get(pattern) ?? 0) + 1);
  }
  return { counts: { patterns: [...counts.keys()], counts: [...counts.values()] }, matches };
}

describe('estimate', () => {
  const pairs = 400_000;
  const drawn = simulate(pairs, 7);
  const learned = estimate({
    model,
    candidates: drawn.counts,
    random: drawn.counts,
    totalPairs: pairs,
    frequencies: {},
  });

  it('recovers the parameters that pairs were drawn from', () => {
    expect(learned.lambda / truth.lambda).toBeGreaterThan(0.9);
    expect(learned.lambda / truth.lambda).toBeLessThan(1.1);
    learned.comparisons.forEach(({ m, u }, k) => {
      m.forEach((share, g) => expect(Math.abs(share - truth.comparisons[k]!.m[g]!)).toBeLessThan(0.06));
      u.forEach((share, g) => expect(Math.abs(share - truth.comparisons[k]!.u[g]!)).toBeLessThan(0.002));
    });
  });

  it('gives probabilities that hold: of the pairs it holds likely, that share are matches', () => {
    let expected = 0;
    let found = 0;
    drawn.counts.patterns.forEach((pattern, index) => {
      const chance = probability(patternWeight(layout, learned, pattern));
      if (chance < 0.5) return;
      expected += chance * drawn.counts.counts[index]!;
      found += drawn.matches.get(pattern) ?? 0;
    });
    expect(Math.abs(expected - found) / found).toBeLessThan(0.03);
  });

  it('is not moved by blocking that drops only what cannot match', () => {
    const kept = drawn.counts.patterns.flatMap((pattern, index) =>
      levelsOf(layout, pattern).some((level) => level === 1) ? [index] : [],
    );
    const blocked = {
      patterns: kept.map((index) => drawn.counts.patterns[index]!),
      counts: kept.map((index) => drawn.counts.counts[index]!),
    };
    const again = estimate({ model, candidates: blocked, random: drawn.counts, totalPairs: pairs, frequencies: {} });
    expect(again.lambda / learned.lambda).toBeCloseTo(1, 1);
  });

  it('a level that sets apart outweighs all else, and takes nothing from the matches', () => {
    const twins = {
      ...model,
      comparisons: model.comparisons.map((comparison, k) =>
        k === 3
          ? { ...comparison, levels: [comparison.levels[0]!, { ...comparison.levels[1]!, apart: true }] }
          : comparison,
      ),
    };
    const apart = estimate({
      model: twins,
      candidates: drawn.counts,
      random: drawn.counts,
      totalPairs: pairs,
      frequencies: {},
    });
    drawn.counts.patterns.forEach((pattern) => {
      if (levelsOf(layout, pattern)[3] === 2)
        expect(probability(patternWeight(layout, apart, pattern))).toBeLessThan(1e-6);
    });
    expect(apart.comparisons[0]!.m[1]! / learned.comparisons[0]!.m[1]!).toBeCloseTo(1, 1);
  });

  it('gives every level a chance, seen or not', () => {
    const one = { patterns: [layout.digits.reduce((sum, { stride }) => sum + 3 * stride, 0)], counts: [10] };
    const bare = estimate({ model, candidates: one, random: one, totalPairs: 10, frequencies: {} });
    for (const { m, u } of bare.comparisons)
      for (let g = 1; g < 4; g++) expect(Math.min(m[g]!, u[g]!)).toBeGreaterThan(0);
  });
});

describe('weights', () => {
  it('the published identity: weight = log2 prior odds + sum of log2 m/u, nulls adding 0 (Fellegi and Sunter 1969)', () => {
    const pattern = [1, 2, 0, 3].reduce((sum, level, k) => sum + level * layout.digits[k]!.stride, 0);
    const bits = Math.log2(0.002 / 0.998) + Math.log2(0.85 / 0.02) + Math.log2(0.2 / 0.1) + Math.log2(0.15 / 0.8);
    expect(patternWeight(layout, truth, pattern) / 1000).toBeCloseTo(bits, 2);
    expect(explainPair(model, truth, pattern).steps.map(({ level }) => level)).toEqual([
      'prior',
      'same',
      'near',
      'missing',
      'other',
    ]);
  });

  it('the last total of a waterfall is the weight, and its steps add up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }), (levels) => {
        const pattern = levels.reduce((sum, level, k) => sum + level * layout.digits[k]!.stride, 0);
        const { steps, probability: chance } = explainPair(model, truth, pattern);
        const total = steps.reduce((sum, { bits }) => sum + bits, 0);
        expect(steps.at(-1)!.total).toBeCloseTo(total, 9);
        expect(Math.round(total * 1000)).toBe(patternWeight(layout, truth, pattern));
        expect(chance).toBeCloseTo(1 / (1 + 2 ** -total), 12);
        expect(levelsOf(layout, pattern)).toEqual(levels);
      }),
    );
  });

  it('probabilities of both signs keep their last digits and invert', () => {
    expect(probability(-60_000)).toBeCloseTo(2 ** -60, 30);
    expect(probability(60_000)).toBe(1);
    expect(probability(1e9)).toBe(1);
    expect(probability(-1e9)).toBe(0);
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: -40_000, max: 40_000 }),
        (p, w) => {
          expect(probability(weightAt(p))).toBeCloseTo(p, 3);
          expect(probability(w) + probability(-w)).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});

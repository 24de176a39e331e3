import { AGES, AREA_CELLS } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendByKannisto } from './kannisto.ts';
import { lifeTable } from './life-table.ts';
import { project } from './project.ts';
import { intrinsicGrowth, netReproduction, replacementFertility, stableAges, stableMeanAge } from './reproduction.ts';
import { survivalRatios } from './survival-ratios.ts';
import { variantOf } from './variants.ts';
import type { StepAssumptions } from './variants.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const mx = Float64Array.from({ length: AGES }, (_, age) => 0.0002 + 3e-5 * Math.exp(0.095 * age));
const { Lx } = lifeTable(extendByKannisto(mx), 'female');
const schedule = (tfr: number): Float64Array =>
  Float64Array.from({ length: AGES }, (_, age) => (age >= 20 && age < 40 ? tfr / 20 : 0));

/** Sums of five single ages, over `per`. */
const grouped = (values: ArrayLike<number>, per: number): Float64Array =>
  Float64Array.from({ length: 20 }, (_, i) => sum(Array.from(values).slice(5 * i, 5 * i + 5)) / per);
const totals = (steps: readonly StepAssumptions[]): number[] => steps.map(({ fertility }) => sum(fertility));

describe('reproduction', () => {
  it('of women who all bear at one age and do not die before has r = ln NRR / age', () => {
    const fertility = new Float64Array(AGES);
    fertility[29] = 4;
    const rates = { fertility, Lx: new Float64Array(AGES).fill(1), sexRatioAtBirth: 1 };
    expect(netReproduction(rates)).toBe(2);
    expect(intrinsicGrowth(rates)).toBeCloseTo(Math.log(2) / 29.5, 12);
    expect(stableMeanAge(rates)).toBeCloseTo(29.5, 9);
  });

  it('is the same in single ages and in groups of years, when rates are flat within the groups', () => {
    const single = { fertility: schedule(2), Lx, sexRatioAtBirth: 1.06 };
    const groups = { fertility: grouped(single.fertility, 5), Lx: grouped(Lx, 1), sexRatioAtBirth: 1.06, width: 5 };
    expect(netReproduction(groups)).toBeCloseTo(netReproduction(single), 12);
    expect(replacementFertility(groups)).toBeCloseTo(replacementFertility(single), 12);
    expect(Math.abs(intrinsicGrowth(groups) - intrinsicGrowth(single))).toBeLessThan(1e-5);
  });

  it('at replacement does not grow, and grows with fertility', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.4, max: 8, noNaN: true }),
        fc.double({ min: 1, max: 1.2, noNaN: true }),
        (tfr, sexRatioAtBirth) => {
          const rates = { fertility: schedule(tfr), Lx, sexRatioAtBirth };
          const replacement = replacementFertility(rates);
          expect(intrinsicGrowth({ ...rates, fertility: schedule(replacement) })).toBeCloseTo(0, 11);
          expect(Math.sign(intrinsicGrowth(rates))).toBe(Math.sign(tfr - replacement));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('has a stable age structure that reproduces itself', () => {
    const rates = { fertility: schedule(3), Lx, sexRatioAtBirth: 1.06 };
    const shares = stableAges(rates);
    const births = sum(shares.map((share, age) => (share * (rates.fertility[age] ?? 0)) / 2.06));
    expect(sum(shares)).toBeCloseTo(1, 12);
    expect(shares[0]! / births).toBeCloseTo(Lx[0]! * Math.exp(-intrinsicGrowth(rates) / 2), 9);
  });

  it('is where a projection at constant rates ends: its growth, and its ages', () => {
    const rates = { fertility: schedule(2.6), Lx, sexRatioAtBirth: 1.06 };
    const survival = new Float64Array(AREA_CELLS);
    for (const block of [0, AGES]) survival.set(survivalRatios(Lx), block);
    const path = project(
      {
        areas: ['one'],
        date: '2020-12-31',
        basis: 'resident',
        status: 'assumed',
        source: { none: 'test' },
        counts: new Float64Array(AREA_CELLS).fill(1),
      },
      Array.from({ length: 800 }, () => ({ rates: { ...rates, survival }, migrate: () => undefined })),
    );
    const women = path.populations.slice(-2).map((counts) => counts.slice(0, AGES));
    const [before, after] = women.map(sum);
    expect(Math.log(after! / before!)).toBeCloseTo(intrinsicGrowth(rates), 6);
    stableAges(rates)
      .slice(0, 100)
      .forEach((share, age) => expect(women[1]![age]! / after!).toBeCloseTo(share, 5));
  });

  it('refuses a population without births', () => {
    expect(() => intrinsicGrowth({ fertility: schedule(0), Lx, sexRatioAtBirth: 1 })).toThrow('without births');
  });
});

describe('variants', () => {
  const better = Lx.map((years) => years * 1.01);
  const medium: StepAssumptions[] = Array.from({ length: 12 }, (_, year) => ({
    fertility: schedule(1.4 + year / 100),
    Lx: year === 0 ? { female: Lx, male: Lx } : { female: better, male: better },
    sexRatioAtBirth: 1.08,
    migrants: new Float64Array(2 * AGES).fill(5),
  }));

  it('low and high are a quarter, two fifths and half a child away', () => {
    const away = [...Array<number>(5).fill(0.25), ...Array<number>(5).fill(0.4), 0.5, 0.5];
    totals(variantOf(medium, 'low')).forEach((total, i) => expect(1.4 + i / 100 - total).toBeCloseTo(away[i]!, 12));
    totals(variantOf(medium, 'high')).forEach((total, i) => expect(total - 1.4 - i / 100).toBeCloseTo(away[i]!, 12));
  });

  it('by five-year steps shift the total fertility, not the sum of the groups', () => {
    const groups = { ...medium[0]!, fertility: Float64Array.of(0, 0, 0, 0, 0.14, 0.14) };
    const shifted = variantOf([groups, groups, groups], 'low', 5);
    expect(totals(shifted).map((total) => 5 * total)).toEqual([1.15, 1, 0.9].map((v) => expect.closeTo(v, 12)));
  });

  it('instant replacement and momentum have a net reproduction rate of 1 in every step', () => {
    for (const variant of ['instant-replacement', 'momentum'] as const)
      for (const step of variantOf(medium, variant))
        expect(netReproduction({ ...step, Lx: step.Lx.female })).toBeCloseTo(1, 12);
  });

  it('hold constant what their name says and leave the rest', () => {
    const [first, second] = [medium[0]!, medium[1]!];
    expect(variantOf(medium, 'constant-fertility')[1]).toEqual({ ...second, fertility: first.fertility });
    expect(variantOf(medium, 'constant-mortality')[1]).toEqual({ ...second, Lx: first.Lx });
    expect(variantOf(medium, 'no-change')[1]).toEqual({ ...second, fertility: first.fertility, Lx: first.Lx });
    expect(variantOf(medium, 'zero-migration')[1]).toEqual({ ...second, migrants: new Float64Array(2 * AGES) });
    expect(sum(variantOf(medium, 'momentum')[3]!.migrants)).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abridgedLifeTable, coaleDemenyChild, coaleDemenyInfant, fiveYearSurvival } from './abridged-life-table.ts';
import { extendByKannisto } from './kannisto.ts';
import { lifeTable } from './life-table.ts';

const AGES = [0, 1, ...Array.from({ length: 20 }, (_, i) => 5 * (i + 1))];
const schedule = fc.record({
  infant: fc.double({ min: 0.002, max: 0.2, noNaN: true }),
  level: fc.double({ min: 5e-6, max: 3e-4, noNaN: true }),
  slope: fc.double({ min: 0.07, max: 0.1, noNaN: true }),
});
const singleRates = ({ infant, level, slope }: { infant: number; level: number; slope: number }): Float64Array =>
  Float64Array.from({ length: 101 }, (_, age) => infant * Math.exp(-2 * age) + 0.0002 + level * Math.exp(slope * age));

describe('abridged life table', () => {
  it('of rates that a single-age table has in each group gives its life expectancy back', () => {
    fc.assert(
      fc.property(schedule, fc.constantFrom('female' as const, 'male' as const), (parameters, sex) => {
        const single = lifeTable(extendByKannisto(singleRates(parameters).map((m) => Math.min(m, 0.9))), sex);
        const grouped = Float64Array.from(AGES, (from, i) => {
          const to = AGES[i + 1] ?? Infinity;
          const lived = single.Tx[from]! - (to === Infinity ? 0 : single.Tx[to]!);
          return (single.lx[from]! - (to === Infinity ? 0 : single.lx[to]!)) / lived;
        });
        expect(Math.abs(abridgedLifeTable(AGES, grouped, sex).ex[0]! - single.ex[0]!)).toBeLessThan(0.05);
      }),
    );
  });

  it('keeps its identities', () => {
    fc.assert(
      fc.property(schedule, (parameters) => {
        const single = singleRates(parameters);
        const table = abridgedLifeTable(
          AGES,
          Float64Array.from(AGES, (age) => single[age]!),
          'female',
          'coale-demeny',
        );
        table.lx.forEach((l, i) => i > 0 && expect(l).toBeLessThanOrEqual(table.lx[i - 1]!));
        expect(table.Tx[0]!).toBeCloseTo(
          table.Lx.reduce((a, b) => a + b, 0),
          9,
        );
        for (let i = 0; i < AGES.length - 1; i++)
          if (table.qx[i]! < 1 && table.ax[i]! > 0.97)
            expect(table.Lx[i]! * table.mx[i]!).toBeCloseTo(table.lx[i]! * table.qx[i]!, 12);
      }),
    );
  });

  it('takes the a(x) of Coale & Demeny', () => {
    expect(coaleDemenyInfant(0.02, 'female')).toBeCloseTo(0.109, 12);
    expect(coaleDemenyInfant(0.2, 'male')).toBe(0.33);
    expect(coaleDemenyChild(0.02, 'male')).toBeCloseTo(1.59468, 12);
    expect(coaleDemenyChild(0.2, 'female')).toBe(1.361);
  });

  it('survives five years as its person-years say, with an open group that may lie beyond', () => {
    const ages = [...AGES, 105, 110];
    const table = abridgedLifeTable(
      ages,
      Float64Array.from(ages, (age) => 0.001 + 5e-5 * Math.exp(0.09 * age)),
      'male',
    );
    const ratios = fiveYearSurvival(table);
    expect(ratios).toHaveLength(21);
    expect(ratios[0]!).toBeCloseTo((table.Lx[0]! + table.Lx[1]!) / 5, 14);
    expect(ratios[1]!).toBeCloseTo(table.Lx[2]! / (table.Lx[0]! + table.Lx[1]!), 14);
    expect(ratios[20]!).toBeCloseTo(table.Tx[21]! / table.Tx[20]!, 14);
  });

  it('refuses other ages, and rates it cannot take the logarithm of', () => {
    expect(() => abridgedLifeTable([0, 5], Float64Array.of(0.1, 0.1), 'male')).toThrow('ages 0, 1, 5, 10');
    expect(() => abridgedLifeTable([0, 1, 5, 10], Float64Array.of(0.1, 0.1, 0, 0), 'male')).toThrow('> 0');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relate, relateToLifeExpectancy, mortalityStandard, splitLifeExpectancy } from './brass.ts';
import { extendByKannisto, LAST_AGE } from './kannisto.ts';
import { infantSeparation, lifeTable } from './life-table.ts';
import { survivalRatios } from './survival-ratios.ts';

/** Gompertz–Makeham death rates for ages 0..open. */
const gompertz = (level: number, slope: number, open = 100): Float64Array =>
  Float64Array.from({ length: open + 1 }, (_, age) => 0.0002 + level * Math.exp(slope * age));

const schedule = fc.record({
  level: fc.double({ min: 5e-6, max: 1e-3, noNaN: true }),
  slope: fc.double({ min: 0.06, max: 0.11, noNaN: true }),
});

describe('life table', () => {
  it('of a constant force has life expectancy close to 1 / force', () => {
    const table = lifeTable(new Float64Array(2001).fill(0.02), 'female');
    expect(table.ex[40]).toBeCloseTo(50, 6);
  });

  it('keeps its identities: l falls, L sums to T, e = T / l', () => {
    fc.assert(
      fc.property(schedule, ({ level, slope }) => {
        const { lx, Lx, Tx, ex, qx } = lifeTable(gompertz(level, slope, 130), 'male');
        for (let age = 1; age < lx.length; age++) expect(lx[age]!).toBeLessThanOrEqual(lx[age - 1]!);
        expect(Tx[0]!).toBeCloseTo(
          Lx.reduce((a, b) => a + b, 0),
          9,
        );
        expect(ex[30]! * lx[30]!).toBeCloseTo(Tx[30]!, 9);
        expect(qx.every((q) => q >= 0 && q <= 1)).toBe(true);
      }),
    );
  });

  it('takes Andreev & Kingkade separation of infant deaths', () => {
    expect(infantSeparation(0.01, 'female')).toBeCloseTo(0.14903 - 0.0205527, 12);
    expect(infantSeparation(0.05, 'male')).toBeCloseTo(0.02832 + 0.1630105, 12);
    expect(infantSeparation(0.2, 'male')).toBe(0.29915);
  });

  it('refuses negative rates', () => {
    expect(() => lifeTable(Float64Array.of(0.01, -1, 0.5), 'female')).toThrow('death rates');
  });
});

describe('old ages', () => {
  it('Kannisto recovers its own parameters and joins smoothly', () => {
    const kannisto = Float64Array.from({ length: 101 }, (_, age) => 1 / (1 + Math.exp(-(-11 + 0.1 * age))));
    const extended = extendByKannisto(kannisto);
    expect(extended).toHaveLength(LAST_AGE + 1);
    for (const age of [95, 100, 120, 130])
      expect(extended[age]!).toBeCloseTo(1 / (1 + Math.exp(-(-11 + 0.1 * age))), 10);
  });

  it('survivorship of the open group comes from the extended table', () => {
    const { Lx } = lifeTable(extendByKannisto(gompertz(3e-5, 0.095)), 'female');
    const ratios = survivalRatios(Lx);
    const beyond = Lx.slice(100).reduce((a, b) => a + b, 0);
    expect(ratios[100]!).toBeCloseTo(beyond / (beyond + Lx[99]!), 12);
    expect(ratios.every((ratio) => ratio > 0 && ratio <= 1)).toBe(true);
  });
});

describe('relational model', () => {
  const standard = mortalityStandard(lifeTable(extendByKannisto(gompertz(3e-5, 0.095)), 'female').lx, 'female');

  it('meets any life expectancy to 1e-6 years', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 105, noNaN: true }), (target) => {
        expect(Math.abs(relateToLifeExpectancy(standard, target).lifeExpectancy - target)).toBeLessThan(1e-6);
      }),
    );
  });

  it('with factor 1 is its standard', () => {
    const same = relate(standard, 1);
    standard.odds.forEach((odds, age) => expect(same.lx[age]!).toBeCloseTo(1 / (1 + odds), 12));
  });

  it('splits life expectancy so that births-weighted sexes give it back', () => {
    const { female, male } = splitLifeExpectancy(78.67, 5.3, 1.09);
    expect(female - male).toBeCloseTo(5.3, 12);
    expect((1.09 * male + female) / 2.09).toBeCloseTo(78.67, 12);
  });
});

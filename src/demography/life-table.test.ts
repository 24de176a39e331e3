import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitBrass,
  mortalityStandard,
  relate,
  relateToLifeExpectancy,
  splitLifeExpectancy,
  withSlope,
} from './brass.ts';
import { deathRates, ratesFromProbabilities, ratesFromSurvivors } from './death-rates.ts';
import { extendByKannisto, extendCoherently, LAST_AGE, maleNotBelowFemale } from './kannisto.ts';
import { infantSeparation, lifeTable } from './life-table.ts';
import { midYearPersonYears, survivalRatios } from './survival-ratios.ts';

/** Gompertz–Makeham death rates for ages 0..open. */
const gompertz = (level: number, slope: number, open = 100): Float64Array =>
  Float64Array.from({ length: open + 1 }, (_, age) => 0.0002 + level * Math.exp(slope * age));

/** Kannisto's rates with slope 0.1. */
const logistic = (level: number): Float64Array =>
  Float64Array.from({ length: 101 }, (_, age) => 1 / (1 + Math.exp(-(level + 0.1 * age))));

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

  it('goes from mx to qx to lx and back to mx: what users of other tools missed', () => {
    const infant = fc.double({ min: 1e-4, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(
        schedule,
        infant,
        fc.constantFrom('female' as const, 'male' as const),
        ({ level, slope }, m0, sex) => {
          const mx = gompertz(level, slope).map((m, age) => (age === 0 ? m0 : Math.min(m, 1.9)));
          const { qx, lx } = lifeTable(mx, sex);
          const open = mx.at(-1)!;
          const back = ratesFromProbabilities(qx, open, sex);
          // Andreev and Kingkade's lines do not quite meet: there, and only at age 0, two rates have one probability.
          mx.forEach((m, age) => expect(Math.abs(back[age]! / m - 1)).toBeLessThan(age === 0 ? 1e-5 : 1e-9));
          expect([...lifeTable(back, sex).qx]).toEqual([...qx].map((q) => expect.closeTo(q, 7)));
          // l falls by hundreds of orders at these ages; the last digits of a survivor are then not digits of q.
          const alive = lx.findIndex((l) => l < 1e-9);
          const fromLx = ratesFromSurvivors(lx, open, sex);
          for (let age = 1; age < (alive < 0 ? 100 : alive); age++)
            expect(Math.abs(fromLx[age]! / mx[age]! - 1)).toBeLessThan(1e-6);
        },
      ),
    );
  });

  it('has L = d / m at every age, even where rates pass 2', () => {
    const { mx, lx, Lx, qx } = lifeTable(gompertz(0.002, 0.11), 'male');
    for (let age = 0; age < 100; age++) expect(Lx[age]! * mx[age]!).toBeCloseTo(lx[age]! * qx[age]!, 15);
  });

  it('answers nearly equal rates with nearly equal life expectancies, open age and extension included', () => {
    fc.assert(
      fc.property(
        schedule,
        fc.array(fc.double({ min: -1e-6, max: 1e-6, noNaN: true }), { minLength: 101, maxLength: 101 }),
        ({ level, slope }, noise) => {
          const mx = gompertz(level, slope).map((m) => Math.min(m, 0.95));
          const near = mx.map((m, age) => m * (1 + noise[age]!));
          const [one, other] = [mx, near].map((rates) => lifeTable(extendByKannisto(rates), 'female').ex);
          for (const age of [0, 40, 65, 80, 90, 100, 110])
            expect(Math.abs(other![age]! / one![age]! - 1)).toBeLessThan(2e-5);
        },
      ),
    );
  });

  it('from deaths and exposure has their rates, and refuses ages without exposure', () => {
    expect([...deathRates([2, 30], [1000, 300])]).toEqual([0.002, 0.1]);
    expect(() => deathRates([1, 1], [10, 0])).toThrow('index 1');
    expect(() => ratesFromProbabilities(Float64Array.of(0.1, 1.2, 1), 0.5, 'male')).toThrow('probabilities');
  });

  it('refuses negative rates', () => {
    expect(() => lifeTable(Float64Array.of(0.01, -1, 0.5), 'female')).toThrow('death rates');
  });
});

describe('old ages', () => {
  it('Kannisto recovers its own parameters and joins smoothly', () => {
    const extended = extendByKannisto(logistic(-11));
    expect(extended).toHaveLength(LAST_AGE + 1);
    for (const age of [95, 100, 120, 130])
      expect(extended[age]!).toBeCloseTo(1 / (1 + Math.exp(-(-11 + 0.1 * age))), 10);
  });

  it('coherent Kannisto recovers one slope and two levels', () => {
    const { female, male } = extendCoherently({ female: logistic(-11), male: logistic(-10.6) });
    for (const age of [95, 110, 130]) {
      expect(female[age]!).toBeCloseTo(1 / (1 + Math.exp(-(-11 + 0.1 * age))), 10);
      expect(male[age]!).toBeCloseTo(1 / (1 + Math.exp(-(-10.6 + 0.1 * age))), 10);
    }
  });

  it('coherent Kannisto never lets the sexes cross beyond the data; each sex alone may', () => {
    const female = gompertz(1e-5, 0.105);
    const male = gompertz(5e-5, 0.085);
    const alone = { female: extendByKannisto(female), male: extendByKannisto(male) };
    expect(alone.male[125]!).toBeLessThan(alone.female[125]!);
    const together = extendCoherently({ female, male });
    const apart = (age: number): number =>
      Math.log(together.male[age]! / (1 - together.male[age]!)) -
      Math.log(together.female[age]! / (1 - together.female[age]!));
    for (let age = 96; age <= 130; age++) expect(apart(age)).toBeCloseTo(apart(95), 9);
  });

  it('raises old men to old women, and nobody else', () => {
    const [female, male] = [gompertz(3e-5, 0.1), gompertz(6e-5, 0.09)];
    const raised = maleNotBelowFemale(female, male);
    raised.forEach((m, age) => expect(m).toBe(age < 80 ? male[age] : Math.max(male[age]!, female[age]!)));
    expect([...raised]).not.toEqual([...male]);
  });

  it('a step from mid-year to mid-year lives the mean of two years, not the mean of two ratios', () => {
    const [now, next] = [gompertz(3e-5, 0.095), gompertz(2e-5, 0.095)].map(
      (mx) => lifeTable(extendByKannisto(mx), 'male').Lx,
    );
    const between = survivalRatios(midYearPersonYears(now!, next!));
    expect(between[80]!).toBeCloseTo((now![80]! + next![80]!) / (now![79]! + next![79]!), 14);
    expect([...survivalRatios(midYearPersonYears(now!, now!))]).toEqual([...survivalRatios(now!)]);
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

  it('of two parameters is recovered from its survivorship, and still meets a life expectancy', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.double({ min: 0.6, max: 1.5, noNaN: true }),
        (k, slope) => {
          const member = withSlope(standard, slope);
          const found = fitBrass(relate(member, k).lx, standard);
          expect(found.k / k).toBeCloseTo(1, 6);
          expect(found.slope).toBeCloseTo(slope, 6);
          expect(relateToLifeExpectancy(member, 78.67).lifeExpectancy).toBeCloseTo(78.67, 8);
        },
      ),
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

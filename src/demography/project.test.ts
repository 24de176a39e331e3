import { AGES, AREA_CELLS, FEMALE, sumCounts } from '#base';
import type { Population } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendByKannisto } from './kannisto.ts';
import { lifeTable } from './life-table.ts';
import type { YearAssumptions } from './project.ts';
import { project } from './project.ts';
import type { Migrate, StepConvention } from './step.ts';
import { survivalRatios } from './survival-ratios.ts';

const gompertz = Float64Array.from({ length: AGES }, (_, age) => 0.0002 + 3e-5 * Math.exp(0.095 * age));
const ratios = survivalRatios(lifeTable(extendByKannisto(gompertz), 'female').Lx);

const survivalFor = (areas: number): Float64Array => {
  const survival = new Float64Array(areas * AREA_CELLS);
  for (let block = 0; block < survival.length; block += AGES) survival.set(ratios, block);
  return survival;
};
const fertilityFor = (areas: number, tfr: number): Float64Array => {
  const fertility = new Float64Array(areas * AGES);
  for (let area = 0; area < areas; area++) for (let age = 20; age < 40; age++) fertility[area * AGES + age] = tfr / 20;
  return fertility;
};
const population = (counts: Float64Array): Population => ({
  areas: Array.from({ length: Math.ceil(counts.length / AREA_CELLS) }, (_, index) => String(index)),
  date: '2020-12-31',
  basis: 'resident',
  status: 'observed',
  source: { none: 'test' },
  counts,
});
const closed: Migrate = () => undefined;
const net =
  (persons: number): Migrate =>
  (_, { arrivals, departures }) =>
    (persons > 0 ? arrivals : departures).fill(Math.abs(persons));
const years = (count: number, areas: number, tfr: number, migrate = closed): YearAssumptions[] =>
  Array.from({ length: count }, () => ({
    rates: { survival: survivalFor(areas), fertility: fertilityFor(areas, tfr), sexRatioAtBirth: 1.06 },
    migrate,
  }));

const anyCounts = fc
  .array(fc.double({ min: 0, max: 50_000, noNaN: true }), { minLength: 2 * AREA_CELLS, maxLength: 2 * AREA_CELLS })
  .map((values) => Float64Array.from(values));

/** Girls born at a rate of 0.1 to women of 20 to 39, given the women at start and end together. */
const girls = (women: (age: number) => number): number => {
  let sum = 0;
  for (let age = 20; age < 40; age++) sum += (0.1 * women(age)) / 2;
  return sum / 2.06;
};

describe('cohort-component projection', () => {
  const conventions = fc.record<StepConvention>({
    migration: fc.constantFrom('end', 'even'),
    births: fc.constantFrom('survivors', 'stocks'),
  });

  it('closes the account of every cell to 1e-6 persons, whatever the migration and the convention', () => {
    fc.assert(
      fc.property(
        anyCounts,
        fc.double({ min: -400, max: 400, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        conventions,
        (counts, persons, tfr, convention) => {
          const { populations, flows } = project(population(counts), years(5, 2, tfr, net(persons)), convention);
          flows.forEach(({ births, deaths, arrivals, departures }, year) => {
            const [start, end] = [populations[year]!, populations[year + 1]!];
            let worst = 0;
            for (let i = 0; i < end.length; i++) {
              const age = i % AGES;
              const source = age === 0 ? births[Math.floor(i / AGES)]! : start[i - 1]! + (age === 100 ? start[i]! : 0);
              worst = Math.max(worst, Math.abs(end[i]! - (source - deaths[i]! + arrivals[i]! - departures[i]!)));
            }
            expect(worst).toBeLessThan(1e-6);
            expect(Math.min(...end, ...arrivals, ...departures)).toBeGreaterThanOrEqual(0);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reports the persons that a cut of departures saved from being negative', () => {
    for (const migration of ['end', 'even'] as const) {
      const { cuts, populations, flows } = project(
        population(new Float64Array(AREA_CELLS).fill(10)),
        years(1, 1, 1, net(-30)),
        { migration, births: 'survivors' },
      );
      expect(cuts).toHaveLength(1);
      expect(cuts[0]!.year).toBe(2021);
      expect(cuts[0]!.persons + sumCounts(flows[0]!.departures)).toBeCloseTo(30 * AREA_CELLS, 6);
      expect(sumCounts(populations[1]!)).toBe(0);
    }
  });

  it('lets migrants of the even convention live, die and bear half of the year', () => {
    const counts = new Float64Array(AREA_CELLS).fill(1000);
    const run = (convention: StepConvention) => project(population(counts), years(1, 1, 2, net(100)), convention);
    const births = (convention: StepConvention): number => run(convention).flows[0]!.births[FEMALE]!;
    expect(births({ migration: 'end', births: 'survivors' })).toBeCloseTo(
      girls((age) => 1000 + 1000 * ratios[age]!),
      9,
    );
    expect(births({ migration: 'end', births: 'stocks' })).toBeCloseTo(
      girls((age) => 1000 + 1000 * ratios[age]! + 100),
      9,
    );
    expect(births({ migration: 'even', births: 'survivors' })).toBeCloseTo(
      girls((age) => 1050 + 1050 * ratios[age]! + 50),
      9,
    );
    expect(births({ migration: 'even', births: 'stocks' })).toBeCloseTo(
      girls((age) => 1000 + 1050 * ratios[age]! + 50),
      9,
    );
    expect(run({ migration: 'even', births: 'survivors' }).populations[1]![50]).toBeCloseTo(1050 * ratios[50]! + 50, 9);
  });

  it('takes five-year groups as it takes single years', () => {
    const groups = 21;
    const path = project(population(new Float64Array(2 * groups).fill(500)), [
      {
        rates: {
          survival: new Float64Array(2 * groups).fill(0.9),
          fertility: Float64Array.from({ length: groups }, (_, group) => (group >= 4 && group < 8 ? 0.1 : 0)),
          sexRatioAtBirth: 1,
          width: 5,
        },
        migrate: closed,
      },
    ]);
    expect(path.years).toEqual([2020, 2025]);
    expect(path.flows[0]!.births[FEMALE]).toBeCloseTo((5 * 4 * 0.1 * (500 + 450)) / 2 / 2, 9);
    expect(path.populations[1]![20]).toBeCloseTo(900, 9);
  });

  it('without fertility has no births', () => {
    const { flows } = project(population(new Float64Array(AREA_CELLS).fill(100)), years(3, 1, 0));
    expect(flows.every(({ births }) => births.every((value) => value === 0))).toBe(true);
  });

  it('composes: thirty years are ten and then twenty', () => {
    const start = population(new Float64Array(AREA_CELLS).fill(100));
    const whole = project(start, years(30, 1, 1.8));
    const first = project(start, years(10, 1, 1.8));
    const second = project({ ...start, counts: first.populations.at(-1)! }, years(20, 1, 1.8));
    expect([...second.populations.at(-1)!]).toEqual([...whole.populations.at(-1)!]);
  });

  it('of areas together is the sum of the areas', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const both = project(population(counts), years(10, 2, 1.5));
        const sum = new Float64Array(AREA_CELLS);
        counts.forEach((value, i) => (sum[i % AREA_CELLS]! += value));
        const one = project(population(sum), years(10, 1, 1.5));
        expect(sumCounts(both.populations.at(-1)!) / sumCounts(one.populations.at(-1)!)).toBeCloseTo(1, 10);
      }),
      { numRuns: 20 },
    );
  });

  it('grows with more fertility', () => {
    const start = population(new Float64Array(AREA_CELLS).fill(100));
    const total = (tfr: number): number => sumCounts(project(start, years(20, 1, tfr)).populations.at(-1)!);
    expect(total(2)).toBeGreaterThan(total(1.5));
    expect(total(1.5)).toBeGreaterThan(total(1));
  });

  it("reaches Lotka's growth rate", () => {
    const tfr = 2.6;
    const path = project(population(new Float64Array(AREA_CELLS).fill(100)), years(1000, 1, tfr));
    const [before, after] = path.populations.slice(-2).map((counts) => sumCounts(counts)) as [number, number];
    const growth = after / before;
    // Euler–Lotka for this step: 1 = Σ g(x) l(x) (λ^−x + λ^−(x+1)) / 2, g girls per woman.
    let low = 0.9;
    let high = 1.1;
    const reproduction = (lambda: number): number => {
      let sum = 0;
      let alive = 1;
      for (let age = 0; age < 40; age++) {
        alive *= ratios[age]!;
        if (age >= 20) sum += (tfr / 20 / 2.06) * alive * 0.5 * (lambda ** -age + lambda ** -(age + 1));
      }
      return sum;
    };
    while (high - low > 1e-13) {
      const middle = (low + high) / 2;
      if (reproduction(middle) > 1) low = middle;
      else high = middle;
    }
    expect(growth).toBeCloseTo(low, 9);
  });

  it('scales all schedules to a total fertility of the areas together', () => {
    const counts = new Float64Array(2 * AREA_CELLS).fill(1000);
    const [year] = years(1, 2, 1) as [YearAssumptions];
    const scaled = project(population(counts), [{ ...year, rates: { ...year.rates, totalFertility: 1.37 } }]);
    const plain = project(population(counts), [year]);
    const births = (path: typeof scaled): number => path.flows[0]!.births.reduce((a, b) => a + b, 0);
    expect(births(scaled) / births(plain)).toBeCloseTo(1.37, 9);
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Selection } from '#base';
import { AGES, SEXES, cell, sumCounts } from '#base';
import { netMigrants } from '#demography';
import { nationalDefaults, readPack } from '#files';
import type { Pack } from '#plan';
import { luzhouFolder } from '../../../test/support/packs.ts';
import { assumptionBook } from '../assumption-book.ts';
import { prepareBaseline } from '../baseline.ts';
import { runScenario } from '../run-scenario.ts';
import type { PopulationRow } from '../tables/population-rows.ts';
import type { OwnCityOptions } from './city-from-population.ts';
import { cityFromPopulation } from './city-from-population.ts';
import { ownAreas } from './own-areas.ts';
import { referenceAges } from './reference-ages.ts';

let template: Pack;
let rows: PopulationRow[];
const nation = nationalDefaults();

beforeAll(() => {
  template = readPack(luzhouFolder).pack!;
  const name = new Map(template.areas.map((area) => [area.code, area.name.zh]));
  rows = template.baseline.ageSex
    .filter(({ area }) => area !== template.info.province)
    .map((row, index) => ({ ...row, line: index + 2, area: name.get(row.area)!, code: row.area }));
});

const city = (of: readonly PopulationRow[], options: Partial<OwnCityOptions> = {}) =>
  cityFromPopulation(of, ownAreas(of, '本市'), {
    name: '本市',
    file: 'p.csv',
    nation,
    template,
    rates: new Map(),
    levels: {},
    dated: true,
    ...options,
  });

describe("a city of one's own", () => {
  it('has the population and the migration that a pack of the same censuses has', () => {
    const own = prepareBaseline(city(rows, { levels: { lifeExpectancy: 78.67 } }).pack);
    const packed = prepareBaseline(template);
    expect(own.counties).toEqual(packed.counties);
    expect([...own.base.counts]).toEqual([...packed.base.counts]);
    expect(own.pack.info.city).toBe('510500');
    const [ours, theirs] = [sumCounts(own.decadeMigration), sumCounts(packed.decadeMigration)];
    // The sex gap differs, and the life expectancy of 2010: 76.3 years after the nation's gain, 74.3 published.
    expect(Math.abs(ours - theirs) / sumCounts(own.base.counts)).toBeLessThan(0.01);
    expect(Math.abs(own.cityTotalFertility - packed.cityTotalFertility)).toBeLessThan(0.02);
  });

  it('sends and receives in every area as the ten years between the censuses say', () => {
    const { pack } = city(rows);
    const baseline = prepareBaseline(pack);
    const { flows } = runScenario(
      baseline,
      pack.scenarios.find(({ id }) => id === 'constant')!,
      { until: 2021 },
    );
    baseline.counties.forEach((_, index) => {
      const areas = [index];
      const yearly = sumCounts(baseline.decadeMigration, { areas }) / 10;
      const now = netMigrants(flows[0]!, { areas }) / yearly;
      // The cohorts that left most have fewer left to leave, so a year after is less than a year of the ten.
      expect(now).toBeGreaterThan(0.4);
      expect(now).toBeLessThan(1.1);
    });
  });

  it('keeps every age group of the table', () => {
    const { pack } = city(rows);
    const { base, counties } = prepareBaseline(pack);
    for (const { year, area, sex, from, to, persons } of pack.baseline.ageSex) {
      if (year !== 2020) continue;
      const at = { areas: [counties.indexOf(area)], sex, from, to: to ?? 100 };
      expect(sumCounts(base.counts, at)).toBe(persons);
    }
  });

  it('with one census only has no migration unless it is stated, and its accounts close', () => {
    const one = rows.filter(({ year }) => year === 2020);
    const still = city(one);
    expect(still.defaults.map(({ id }) => id)).toContain('net-migration');
    const baseline = prepareBaseline(still.pack);
    for (const scenario of still.pack.scenarios) {
      const { populations, flows } = runScenario(baseline, scenario);
      populations.slice(1).forEach((counts, i) => {
        const { births, deaths } = flows[i]!;
        const natural = births.reduce((a, b) => a + b, 0) - sumCounts(deaths);
        expect(sumCounts(counts)).toBeCloseTo(sumCounts(populations[i]!) + natural, 4);
        expect(counts.every((persons) => persons >= 0)).toBe(true);
      });
    }
    const moving = city(one, { levels: { netMigration: -3000 } });
    expect(moving.defaults.map(({ id }) => id)).not.toContain('net-migration');
    const { used } = runScenario(prepareBaseline(moving.pack), moving.pack.scenarios[1]!);
    for (const { netMigration } of used.values()) expect(netMigration).toBeCloseTo(-3000, 6);
  });

  it('takes the rates of its areas', () => {
    const one = rows.filter(({ year }) => year === 2020);
    const rates = new Map([
      ['510502', { fertility: 1.1, netMigration: 4000, urbanShare: 80, lifeExpectancy: 81 }],
      ['510503', { fertility: 1.6, netMigration: -2000, urbanShare: 40, lifeExpectancy: 76 }],
    ]);
    const { pack, defaults } = city(one, { rates, ratesFile: 'r.csv' });
    const baseline = prepareBaseline(pack);
    expect(baseline.totalFertility.slice(0, 2)).toEqual([1.1, 1.6]);
    expect(baseline.lifeExpectancyGaps[0]! - baseline.lifeExpectancyGaps[1]!).toBeCloseTo(5, 9);
    expect(baseline.lifeExpectancyGaps.slice(2)).toEqual([0, 0, 0, 0, 0]);
    expect(defaults.map(({ id }) => id)).not.toContain('fertility-level');
    const { flows } = runScenario(baseline, pack.scenarios[1]!);
    const net = (selection?: Selection): number => netMigrants(flows[0]!, selection);
    expect(net()).toBeCloseTo(2000, 6);
    expect(net({ areas: [0] })).toBeGreaterThan(3800);
    expect(net({ areas: [1] })).toBeLessThan(-1800);
  });

  it('has the urban share of the city where every area has one', () => {
    const one = rows.filter(({ year }) => year === 2020);
    const rates = new Map(ownAreas(one, '').areas.map(({ code }, index) => [code, { urbanShare: 40 + index }]));
    const { pack } = city(one, { rates });
    const { used } = runScenario(prepareBaseline(pack), pack.scenarios[1]!, { until: 2022 });
    const row = (variable: string) =>
      pack.baseline.areaVariables.find((of) => of.area === pack.info.city && of.variable === variable)!;
    const share = (100 * row('urban-population').value) / row('total-population').value;
    expect(used.get(2022)!.urbanShare).toBeCloseTo(share, 2);
  });

  it('says of a census that is not ten years before that it is not used', () => {
    const moved = rows.map((row) => (row.year === 2010 ? { ...row, year: 2015 } : row));
    const { pack, problems } = city(moved);
    expect(problems.map(({ code, params }) => [code, params['year']])).toEqual([['table.census-left-out', 2015]]);
    expect(prepareBaseline(pack).censuses.size).toBe(1);
  });

  it('has a book with the name of every default, and every assumption of every year', () => {
    const own = city(rows);
    const baseline = prepareBaseline(own.pack);
    const projection = runScenario(baseline, own.pack.scenarios[1]!, { until: 2035 });
    const book = assumptionBook(baseline, projection, {
      version: '0',
      seed: 7,
      trajectories: 10,
      defaults: own.defaults,
    });
    for (const { id } of own.defaults) expect(book.some(({ item }) => item.en.includes(`(${id})`))).toBe(true);
    const assumed = book.filter(({ part }) => part.en === 'assumption');
    expect(assumed).toHaveLength(6 * 15);
    expect(assumed.filter(({ source }) => source.zh === '' || source.en === '')).toEqual([]);
    expect(book.some(({ value }) => value === own.pack.fingerprint)).toBe(true);
  });

  it('has the same fingerprint for the same data and options, another for others', () => {
    expect(city(rows).pack.fingerprint).toBe(city(rows).pack.fingerprint);
    expect(city(rows).pack.fingerprint).not.toBe(city(rows, { levels: { fertility: 1.2 } }).pack.fingerprint);
  });
});

describe('codes of areas', () => {
  it('are unique, six digits, and none is the city', () => {
    const code = fc.option(
      fc.integer({ min: 0, max: 999_999 }).map((number) => String(number).padStart(6, '0')),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), code), {
          minLength: 1,
          selector: ([name, of]) => of ?? name,
        }),
        (areas) => {
          const names = new Set(areas.map(([name]) => name));
          fc.pre(names.size === areas.length);
          const own = ownAreas(
            areas.map(([area, of]) => ({ ...rows[0]!, area, code: of })),
            '市',
          );
          const codes = own.areas.map((area) => area.code);
          expect(new Set([...codes, own.city.code]).size).toBe(areas.length + 1);
          expect([...codes, own.city.code].every((one) => /^\d{6}$/.test(one))).toBe(true);
        },
      ),
    );
  });
});

const persons = (year: number): Float64Array => {
  const found = new Float64Array(2 * AGES);
  for (const row of referenceAges(template, year)) found[cell(0, SEXES.indexOf(row.sex), row.age)] = row.persons;
  return found;
};

describe('reference ages', () => {
  it('move with their cohorts', () => {
    const [census, later] = [persons(2020), persons(2024)];
    for (let age = 0; age < 60; age++) {
      const ratio = later[age + 4]! / census[age]!;
      expect(ratio).toBeGreaterThan(0.95);
      expect(ratio).toBeLessThanOrEqual(1);
    }
    expect([...persons(2005)]).toEqual([...persons(2010)]);
  });
});

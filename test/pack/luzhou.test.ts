import { AREA_CELLS, isMissing, sumCounts } from '#base';
import { openBook } from '#indicators';
import type { FigureBook } from '#indicators';
import { checkStatements, targetStatus } from '#monitoring';
import { planAreas } from '#plan';
import { solve } from '#outlook';
import { readPack } from '#files';
import { evaluateWarnings } from '#warning';
import { beforeAll, describe, expect, it } from 'vitest';
import { luzhouFolder } from '../support/packs.ts';

let book: FigureBook;
beforeAll(() => {
  const { pack, problems } = readPack(luzhouFolder);
  expect(problems).toEqual([]);
  book = openBook(pack!);
});

const value = (id: string, area: string, year: number): number => {
  const figure = book.actual(id, area, year);
  if (isMissing(figure.value)) throw new Error(`${id} ${area} ${year}: ${figure.value.missing}`);
  return figure.value;
};

describe('the Luzhou pack', () => {
  it('holds all 83 figures and all 38 contradictions of the plan', () => {
    const { pack } = book.baseline;
    const figures = new Set(
      pack.indicators.flatMap((indicator) => indicator.values.flatMap((entry) => entry.figures ?? [])),
    );
    expect([...figures].sort()).toEqual(
      Array.from({ length: 83 }, (_, index) => `I${String(index + 1).padStart(3, '0')}`),
    );
    expect(pack.statements.map(({ id }) => id).sort()).toEqual(
      Array.from({ length: 38 }, (_, index) => `X${String(index + 1).padStart(2, '0')}`),
    );
    expect(pack.areas.filter(({ level }) => level === 'township')).toHaveLength(126);
    expect(planAreas(pack)).toHaveLength(8);
  });

  it('cites the plan in phrases, not in sentences', () => {
    const text = JSON.stringify(book.baseline.pack);
    const phrases = [...text.matchAll(/"words":"([^"]+)"/g)].map((match) => match[1]!);
    expect(phrases.length).toBeGreaterThan(100);
    expect(phrases.filter((phrase) => phrase.length > 40)).toEqual([]);
  });

  it('graduates the census exactly: city = sum of counties = published totals', () => {
    expect(sumCounts(book.baseline.base.counts)).toBe(4_254_149);
    expect(sumCounts(book.baseline.censuses.get(2010)!.counts)).toBe(4_218_427);
    expect(sumCounts(book.baseline.base.counts, { from: 65 })).toBe(750_754);
    expect(sumCounts(book.baseline.base.counts, { sex: 'female', from: 15, to: 49 })).toBe(880_315);
  });

  it('computes the published census indicators', () => {
    expect(value('share-65-plus', '510500', 2020)).toBeCloseTo(17.65, 2);
    expect(value('share-60-plus', '510500', 2020)).toBeCloseTo(22.99, 2);
    expect(value('share-0-14', '510525', 2020)).toBeCloseTo(25.23, 2);
    expect(value('sex-ratio', '510500', 2020)).toBeCloseTo(101.7, 2);
    expect(value('urbanisation-rate', '510500', 2020)).toBeCloseTo(50.24, 2);
    expect(value('total-dependency-ratio', '510500', 2020)).toBeCloseTo(55.96, 2);
    expect(value('household-size', '510500', 2020)).toBeCloseTo(2.62, 2);
    expect(value('tertiary-per-100k', '510500', 2020)).toBeCloseTo(8410, 0);
  });

  it('derives fertility near an independent derivation', () => {
    const expected = {
      '510502': 1.1,
      '510503': 1.47,
      '510504': 1.0,
      '510521': 1.56,
      '510522': 1.44,
      '510524': 1.64,
      '510525': 1.83,
      '510500': 1.41,
    };
    for (const [area, rate] of Object.entries(expected))
      expect(Math.abs(value('total-fertility-rate', area, 2020) - rate)).toBeLessThan(0.03);
  });

  it('has scenarios whose constants are what the baseline derives', () => {
    const { baseline, projections } = book;
    const constant = projections.get('constant')!.scenario;
    expect(constant.fertility[0]!.value).toBeCloseTo(baseline.cityTotalFertility, 2);
    const decade = sumCounts(baseline.decadeMigration) / 10;
    expect(Math.abs(constant.netMigration[0]!.value - decade)).toBeLessThan(100);
    const medium = projections.get('medium')!;
    const recent = [2021, 2022, 2023, 2024].map((year) => medium.used.get(year)!.netMigration);
    const mean = recent.reduce((a, b) => a + b, 0) / 4;
    expect(Math.abs(medium.scenario.netMigration[0]!.value - mean)).toBeLessThan(100);
  });

  it('has flows that give back, on the persons of both censuses, what each county gained or lost in a decade', () => {
    const { baseline } = book;
    const { moves, exits, entries } = baseline.flows;
    const [before, after] = [2010, 2020].map((year) => baseline.censuses.get(year)!.counts) as [
      Float64Array,
      Float64Array,
    ];
    const areas = baseline.counties.length;
    const there = (area: number, i: number): number =>
      (before[area * AREA_CELLS + i]! + after[area * AREA_CELLS + i]!) / 2;
    for (let area = 0; area < areas; area++) {
      let net = 0;
      for (let i = 0; i < AREA_CELLS; i++) {
        net += entries[area * AREA_CELLS + i]! - exits[area * AREA_CELLS + i]! * there(area, i);
        for (let other = 0; other < areas; other++)
          net +=
            moves[(i * areas + area) * areas + other]! * there(other, i) -
            moves[(i * areas + other) * areas + area]! * there(area, i);
      }
      expect(Math.abs(net - sumCounts(baseline.decadeMigration, { areas: [area] }) / 10)).toBeLessThan(1e-6);
    }
  });

  it('closes the account of every cell of every scenario to 1e-6 persons, and meets given totals', () => {
    for (const { populations, flows, used, years } of book.projections.values()) {
      flows.forEach(({ births, deaths, arrivals, departures }, index) => {
        const [start, end] = [populations[index]!, populations[index + 1]!];
        for (let i = 0; i < end.length; i++) {
          const age = i % 101;
          const from =
            age === 0 ? births[Math.floor(i / 101)]! : age === 100 ? start[i - 1]! + start[i]! : start[i - 1]!;
          expect(Math.abs(end[i]! - (from - deaths[i]! + arrivals[i]! - departures[i]!))).toBeLessThan(1e-6);
          expect(end[i]!).toBeGreaterThanOrEqual(0);
        }
        expect(used.has(years[index + 1]!)).toBe(true);
      });
    }
    const plan = book.projections.get('plan')!;
    expect(sumCounts(plan.populations[plan.years.indexOf(2030)]!)).toBeCloseTo(5_000_000, 3);
    const medium = book.projections.get('medium')!;
    expect(sumCounts(medium.populations[medium.years.indexOf(2024)]!)).toBeCloseTo(4_271_000, 3);
    const naxi = book.baseline.counties.indexOf('510503');
    expect(sumCounts(medium.populations[medium.years.indexOf(2024)]!, { areas: [naxi] })).toBeCloseTo(361_000, 3);
  });

  it('finds what the plan gets wrong', () => {
    const verdicts = new Map(checkStatements(book).map((result) => [result.statement.id, result]));
    for (const id of ['X01', 'X02', 'X03', 'X04', 'X05', 'X06', 'X11', 'X13', 'X16', 'X17', 'X18'])
      expect([id, verdicts.get(id)?.verdict]).toEqual([id, 'conflicts']);
    expect(
      [...verdicts.values()].filter(({ verdict }) => verdict === 'not-computable').map(({ statement }) => statement.id),
    ).toEqual([]);
    expect([...verdicts.values()].filter(({ verdict }) => verdict === 'text-only').length).toBeLessThanOrEqual(15);
    expect(verdicts.get('X20')?.verdict).toBe('agrees');
  });

  it('lights the population target red and says what migration it would take', () => {
    const status = targetStatus(book, 'resident-population', '510500', 'medium');
    expect(status.light).toBe('red');
    expect(status.latest?.value).toBe(427.1);
    const medium = book.projections.get('medium')!.scenario;
    const needed = solve(book.baseline, {
      scenario: medium,
      aim: { indicator: 'resident-population', area: '510500', year: 2030, target: 500 },
      unknown: 'netMigration',
    });
    if (!needed.found) throw new Error(needed.words.en);
    expect(Math.abs(needed.reached - 500)).toBeLessThan(1e-4);
    expect(needed.value).toBeGreaterThan(100_000);
    expect(needed.value).toBeLessThan(200_000);
  });

  it('warns with a threshold of its own where a county has one', () => {
    const warnings = evaluateWarnings(book, 'medium');
    expect(warnings.some((warning) => warning.overridden)).toBe(true);
    expect(
      warnings.find(
        (warning) =>
          warning.kind === 'expected' && warning.area === '510500' && warning.rule.indicator === 'share-65-plus',
      )?.since,
    ).toBe(2028);
  });

  it('shows Gulin young and losing young women, Luxian old', () => {
    const areas = ['510502', '510503', '510504', '510521', '510522', '510524', '510525'];
    const youngest = areas.reduce((best, area) =>
      value('share-0-14', area, 2020) > value('share-0-14', best, 2020) ? area : best,
    );
    const oldest = areas.reduce((best, area) =>
      value('share-65-plus', area, 2020) > value('share-65-plus', best, 2020) ? area : best,
    );
    expect([youngest, oldest]).toEqual(['510525', '510521']);
    expect(value('women-20-34', '510525', 2020)).toBeLessThan(value('women-20-34', '510525', 2010));
  });
});

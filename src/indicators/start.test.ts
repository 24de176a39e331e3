import { describe, expect, it } from 'vitest';
import { AGES, AREA_CELLS, FEMALE, MALE, cell, isMissing, random, sumCounts } from '#base';
import { readPack } from '#files';
import type { StartTables } from '#plan';
import { countyCodes } from '#plan';
import { startAt } from '#projection';
import { luzhouFolder } from '../../test/support/packs.ts';
import { openBook } from './open-book.ts';

const pack = readPack(luzhouFolder).pack!;
const { city, province } = pack.info;
const areas = countyCodes(pack, city).toReversed();
const draw = random(5, 0);
const people = (): number[] => Array.from({ length: areas.length * AREA_CELLS }, () => 50 + draw.uniform() * 6000);

/** A count of 2024 made at random, in another order of counties than the pack's. */
const start: StartTables = {
  year: 2024,
  date: '2024-12-31',
  status: 'simulated',
  source: { doc: 'register', note: { zh: '第1版', en: 'version 1' } },
  scale: 1,
  title: { zh: '人口库', en: 'The register' },
  areas,
  resident: people(),
  registered: people(),
  births: areas.flatMap(() => [1000, 1100]),
  deaths: areas.map((_, index) => 100 * index),
  variables: [
    { year: 2024, area: city, variable: 'households', value: 1000 },
    { year: 2024, area: city, variable: 'household-population', value: 2500 },
  ],
};
const book = openBook(startAt(pack, start));
const figure = (id: string, area = city, year = 2024) => book.actual(id, area, year);

const between = (counts: readonly number[], from: number, to: number, of = areas): number =>
  of.reduce((sum, code) => {
    const index = areas.indexOf(code);
    for (const sex of [FEMALE, MALE]) for (let age = from; age <= to; age++) sum += counts[cell(index, sex, age)]!;
    return sum;
  }, 0);

describe("figures of a pack that starts from a register's count", () => {
  it('are the sums of the count, of the city and of a county, on both bases', () => {
    const all = between(start.resident, 0, 100);
    expect(figure('resident-population').value).toBeCloseTo(all / 1e4, 9);
    expect(figure('share-65-plus').value).toBeCloseTo((100 * between(start.resident, 65, 100)) / all, 9);
    expect(figure('population-80-plus', areas[2]).value).toBeCloseTo(
      between(start.resident, 80, 100, [areas[2]!]) / 1e4,
      9,
    );
    expect(figure('registered-0-17').value).toBeCloseTo(between(start.registered, 0, 17) / 1e4, 9);
    expect(figure('births').value).toBeCloseTo(2100 * areas.length, 9);
    expect(figure('deaths').value).toBeCloseTo(2100, 9);
    expect(figure('sex-ratio-at-birth').value).toBeCloseTo(110, 9);
    expect(figure('household-size').value).toBe(2.5);
  });

  it('say that they are simulated, and where from', () => {
    for (const id of ['resident-population', 'median-age', 'total-fertility-rate', 'registered-60-plus'])
      expect(figure(id)).toMatchObject({ status: 'simulated', source: { doc: 'register' } });
    expect(book.projected('resident-population', city, 2030, 'medium').status).toBe('simulated');
  });

  it('are missing with the reason where the register does not know, whatever was published of its year', () => {
    const plain = openBook(pack);
    const lost = ['urbanisation-rate', 'life-expectancy', 'growth-rate', 'one-person-household-share'];
    for (const id of lost) expect(figure(id).value).toMatchObject({ missing: 'not-in-register' });
    expect(isMissing(plain.actual('urbanisation-rate', city, 2024).value)).toBe(false);
  });

  it('leave years before it and the comparison area as they were', () => {
    const plain = openBook(pack);
    for (const year of [2010, 2020, 2022])
      for (const { id } of pack.indicators) {
        const { value } = figure(id, city, year);
        // What is derived of the base alone (births, fertility, the registered by age) is of the count now.
        if (!isMissing(value)) expect(value).toEqual(plain.actual(id, city, year).value);
      }
    expect(isMissing(figure('share-65-plus', city, 2020).value)).toBe(false);
    expect(figure('resident-population', province).value).toEqual(
      plain.actual('resident-population', province!, 2024).value,
    );
  });

  it('are where projections start, whose accounts close and which no published total holds', () => {
    const { populations, flows, used, years } = book.projections.get('medium')!;
    expect(years[0]).toBe(2024);
    book.baseline.counties.forEach((code, index) => {
      const from = areas.indexOf(code) * AREA_CELLS;
      expect(Array.from(populations[0]!.subarray(index * AREA_CELLS, (index + 1) * AREA_CELLS))).toEqual(
        start.resident.slice(from, from + AREA_CELLS),
      );
    });
    const { births, deaths } = flows[0]!;
    const grown = sumCounts(populations[1]!) - sumCounts(populations[0]!);
    const natural = births.reduce((a, b) => a + b, 0) - sumCounts(deaths);
    expect(grown).toBeCloseTo(natural + used.get(2025)!.netMigration, 3);
    expect([...used.values()].some(({ closed }) => closed)).toBe(false);
    expect(populations.at(-1)).toHaveLength(areas.length * 2 * AGES);
  });
});

import { isMissing, sumCounts } from '#base';
import { readPack } from '#files';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import { scheduleRates } from '#plan';
import { projectRegistered, registeredBase } from '#projection';
import { beforeAll, describe, expect, it } from 'vitest';
import { luzhouFolder } from '../support/packs.ts';

const CITY = '510500';
let book: FigureBook;
beforeAll(() => {
  book = openBook(readPack(luzhouFolder).pack!);
});

const value = (id: string, year: number, area = CITY, scenario?: string): number => {
  const figure = scenario === undefined ? book.actual(id, area, year) : book.projected(id, area, year, scenario);
  if (isMissing(figure.value)) throw new Error(`${id} ${area} ${year}: ${figure.value.missing}`);
  return figure.value;
};
const missBy = (id: string, year: number): number => value(id, year, CITY, 'medium') / value(id, year) - 1;

describe('the registered population of Luzhou', () => {
  it('closes in every cell of every scenario to 1e-6 persons, with nobody below nought', () => {
    for (const projection of book.projections.values()) {
      const { populations, flows } = projectRegistered(book.baseline, projection)!;
      let worst = 0;
      flows.forEach(({ births, deaths, transfers }, index) => {
        const [start, end] = [populations[index]!, populations[index + 1]!];
        for (let i = 0; i < end.length; i++) {
          const age = i % 101;
          const from =
            age === 0 ? births[Math.floor(i / 101)]! : age === 100 ? start[i - 1]! + start[i]! : start[i - 1]!;
          worst = Math.max(worst, Math.abs(end[i]! - (from - deaths[i]! + transfers[i]!)), -end[i]!);
        }
      });
      expect(worst).toBeLessThan(1e-6);
    }
  });

  it('is the sum of its counties, and what is published where that is', () => {
    const { counties } = book.baseline;
    expect(sumCounts(registeredBase(book.baseline)!.counts)).toBeCloseTo(5_079_500, 3);
    for (const year of [2020, 2024, 2030, 2050])
      expect(counties.reduce((sum, code) => sum + value('registered-population', year, code, 'medium'), 0)).toBeCloseTo(
        value('registered-population', year, CITY, 'medium'),
        8,
      );
    for (const year of [2021, 2022, 2023, 2024])
      expect(Math.abs(missBy('registered-population', year))).toBeLessThan(1e-9);
    for (const year of [2022, 2023, 2024])
      expect(value('registered-population', year, '510503', 'medium')).toBeCloseTo(
        value('registered-population', year, '510503'),
        8,
      );
    expect(value('registered-sex-ratio', 2020)).toBeCloseTo(value('registered-sex-ratio', 2021), 6);
  });

  it('arrives within 2.5 per cent at the published ages it is raked to, and within 2 at those of 2023, which it never saw', () => {
    for (const id of ['registered-0-17', 'registered-18-34', 'registered-35-59', 'registered-60-plus']) {
      for (const year of [2022, 2024]) expect(Math.abs(missBy(id, year))).toBeLessThan(0.025);
      expect(Math.abs(missBy(id, 2023))).toBeLessThan(0.02);
    }
  });

  it('has the births of 2022 that were published', () => {
    const medium = book.projections.get('medium')!;
    const { births } = projectRegistered(book.baseline, medium)!.flows[1]!;
    expect(Math.abs(births.reduce((a, b) => a + b, 0) / 31_363 - 1)).toBeLessThan(0.01);
  });

  it('is bridged to the residents: away less floating is registered less residents', () => {
    for (const area of [CITY, ...book.baseline.counties])
      for (const year of [2010, 2020])
        expect(value('away-population', year, area) - value('floating-population', year, area)).toBeCloseTo(
          value('gap-resident-registered', year, area),
          9,
        );
    expect(value('floating-population', 2020) * 10_000).toBeCloseTo(399_346 + 77_830, 6);
  });
});

describe('derived quantities of Luzhou', () => {
  it('are what the 2020 census publishes where it does', () => {
    expect(value('population-60-plus', 2020)).toBeCloseTo(97.8, 1);
    expect(value('population-60-plus', 2020) / value('resident-population', 2020)).toBeCloseTo(0.2299, 4);
    expect(value('population-80-plus', 2020) / value('resident-population', 2020)).toBeCloseTo(
      value('share-80-plus', 2020) / 100,
      9,
    );
    expect(value('households', 2020) * 10_000).toBeCloseTo(1_503_753, 0);
    expect(value('households', 2010) * 10_000).toBeCloseTo(1_268_324, 0);
    expect(value('mean-schooling-16-59', 2020)).toBeCloseTo(10.16, 2);
    expect(value('urbanisation-rate-un', 2010)).toBeCloseTo(35.26, 2);
  });

  it('have the work of the census: 60.56 per cent of those of 15 and over', () => {
    const adults = value('resident-population', 2020) * (1 - value('share-0-14', 2020) / 100);
    expect(value('labour-force', 2020) / adults).toBeCloseTo(0.6056, 3);
  });

  it("have the nation's prevalence of disability: 2.34 per cent of those of 60 and over", () => {
    const { pack } = book.baseline;
    const rates = scheduleRates(
      pack.schedules.find(({ id }) => id === 'old-age-disability')!,
      CITY,
      2020,
    );
    const nation = pack.baseline.referenceAges.filter(({ year, age }) => year === 2020 && age >= 60);
    const persons = nation.reduce((sum, row) => sum + row.persons, 0);
    const disabled = nation.reduce(
      (sum, { sex, age, persons: there }) => sum + (there * rates[(sex === 'female' ? 0 : 101) + age]!) / 100,
      0,
    );
    expect((disabled / persons) * 100).toBeCloseTo(2.34, 1);
  });

  it('are the same in the base year whether asked as actual or as projected, and sum over counties', () => {
    const counts = book.baseline.pack.indicators.filter(
      ({ unit }) => unit === 'ten-thousand-persons' || unit === 'ten-thousand-households',
    );
    for (const { id, formula } of counts) {
      if (formula === undefined) continue;
      for (const year of [2020, 2035]) {
        const city = book.projected(id, CITY, year, 'medium').value;
        const counties = book.baseline.counties.map((code) => book.projected(id, code, year, 'medium').value);
        if (isMissing(city) || counties.some(isMissing)) continue;
        expect([id, year, counties.reduce<number>((sum, part) => sum + Number(part), 0)]).toEqual([
          id,
          year,
          expect.closeTo(city, 4),
        ]);
      }
    }
  });

  it('shift the bounds of work: three more years of men and four of women in 2039 are of working age', () => {
    const { pack } = book.baseline;
    const schedule = pack.schedules.find(({ id }) => id === 'statutory-working-age')!;
    const years = (year: number, sex: number): number =>
      scheduleRates(schedule, CITY, year)
        .subarray(sex * 101, (sex + 1) * 101)
        .reduce((a, b) => a + b, 0) / 100;
    expect([years(2024, 1), years(2039, 1), years(2050, 1)]).toEqual([44, 47, 47]);
    expect([years(2024, 0), years(2039, 0)]).toEqual([36.5, 40.5]);
    expect(value('working-age-statutory', 2030, CITY, 'medium')).toBeGreaterThan(0);
  });

  it('marks what rests on schedules as estimated, counts of the census as observed', () => {
    for (const id of [
      'labour-force',
      'disabled-elderly',
      'pupils-primary',
      'working-age-statutory',
      'registered-16-59',
    ])
      expect([id, book.actual(id, CITY, 2020).status]).toEqual([id, 'estimated']);
    for (const id of ['households', 'children-0-2', 'floating-population'])
      expect([id, book.actual(id, CITY, 2020).status]).toEqual([id, 'observed']);
    expect(book.actual('mean-schooling-16-59', '510502', 2020).value).toMatchObject({ missing: 'area-not-covered' });
    expect(book.actual('labour-force', CITY, 2010).value).toMatchObject({ missing: 'outside-period' });
  });
});

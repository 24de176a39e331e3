import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import { readPack } from '#files';
import { describe, expect, it } from 'vitest';
import { luzhouFolder, parseWith } from '../../test/support/packs.ts';
import type { BackTest, BackTestMeasure } from './back-test.ts';
import type { Scope } from './back-test-figures.ts';
import { coverageOf } from './coverage.ts';
import { CONTENDERS, backTests } from './back-test.ts';
import { censusStart } from './census-start.ts';
import { forecastError } from './forecast-error.ts';
import { rivalForecasts } from './rivals.ts';

const { pack: luzhou } = readPack(luzhouFolder);
const { pack: example } = parseWith();
if (luzhou === undefined || example === undefined) throw new Error('a pack has errors');
const book = openBook(luzhou);

function testsOf(of: FigureBook): BackTest[] {
  return backTests(of).map((test) => {
    if (isMissing(test)) throw new Error(test.missing);
    return test;
  });
}
const measureOf = (test: BackTest, scope: Scope): BackTestMeasure =>
  test.measures.find((entry) => entry.scope === scope)!;

const cellForecasts = (of: FigureBook): unknown =>
  measureOf(testsOf(of)[0]!, 'cells').rows.map((row) => [row.forecasts.model, row.forecasts.constant]);

describe('forecastError', () => {
  it('gives MAPE, WAPE and bias as defined', () => {
    const error = forecastError([
      { forecast: 110, actual: 100 },
      { forecast: 270, actual: 300 },
    ]);
    expect(error).toEqual({ count: 2, mape: 10, wape: 10, bias: -5 });
    expect(
      forecastError([
        { forecast: 1, actual: 0 },
        { forecast: 1, actual: 1 },
      ]),
    ).toMatchObject({
      mape: { missing: 'denominator-zero' },
      wape: 100,
    });
    expect(forecastError([])).toMatchObject({ missing: 'denominator-zero' });
  });
});

describe('backTests', () => {
  it('measures from census to census by total, county, age and cell, then against the published totals', () => {
    for (const tests of [testsOf(book), testsOf(openBook(example))]) {
      expect(tests.map(({ from, years }) => [from, years[0]])).toEqual([
        [2010, 2020],
        [2020, 2021],
      ]);
      const [first, second] = tests as [BackTest, BackTest];
      expect(first.measures.map(({ scope }) => scope)).toEqual(['total', 'areas', 'ages', 'cells']);
      const sum = (scope: Scope): number => measureOf(first, scope).rows.reduce((all, { actual }) => all + actual, 0);
      for (const scope of ['areas', 'ages', 'cells'] as const) expect(sum(scope)).toBeCloseTo(sum('total'), 3);
      expect(second.measures[0]!.rows.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024]);
    }
  });

  it('names as winner who has the smallest error, and says when that is not the model', () => {
    for (const test of testsOf(book))
      for (const { errors, winner, words } of test.measures) {
        const wapes = CONTENDERS.map((contender) => {
          const error = errors[contender];
          return isMissing(error) ? Infinity : error.wape;
        });
        expect(winner).toBe(CONTENDERS[wapes.indexOf(Math.min(...wapes))]);
        expect(words.en.includes('loses')).toBe(winner !== 'model');
      }
  });

  it('knows nothing of later years: another 2020 census changes no forecast from 2010', () => {
    const later = {
      ...luzhou,
      baseline: {
        ...luzhou.baseline,
        ageSex: luzhou.baseline.ageSex.map((row) => (row.year === 2020 ? { ...row, persons: row.persons * 2 } : row)),
      },
    };
    expect(cellForecasts(openBook(later))).toEqual(cellForecasts(book));
  });

  it('counts how many figures fell inside its bands, wider ones never fewer; says where a pack has none', () => {
    for (const { measures } of testsOf(book))
      for (const { coverage, rows } of measures) {
        if (isMissing(coverage)) throw new Error(coverage.missing);
        const [inner, outer] = coverage.map(({ inside }) => inside) as [number, number];
        expect(inner).toBeLessThanOrEqual(outer);
        expect(outer).toBeLessThanOrEqual(rows.length);
      }
    const { uncertainty: _, ...certain } = example;
    expect(testsOf(openBook(certain))[0]!.measures[0]!.coverage).toMatchObject({ missing: 'not-reported' });
    expect(coverageOf([0, 0.03, 0.1, 0.5, 0.97, 1])).toEqual([
      { level: 80, inside: 2, count: 6 },
      { level: 95, inside: 4, count: 6 },
    ]);
  });

  it('says what a rival lacks', () => {
    const [first, second] = testsOf(book) as [BackTest, BackTest];
    expect(first.measures[0]!.errors['cohort-change']).toMatchObject({ what: 'census before 2010' });
    expect(isMissing(second.measures[0]!.errors['cohort-change'])).toBe(false);
    expect(censusStart(book.baseline, 2015)).toMatchObject({ missing: 'not-reported' });
  });
});

describe('rivals', () => {
  it('reproduce a population that changes as they assume', () => {
    const { baseline } = book;
    const [year, census] = [...baseline.censuses][1]!;
    const grown = { ...census, counts: census.counts.map((persons) => persons * 1.2) };
    const growing: FigureBook = {
      ...book,
      baseline: {
        ...baseline,
        censuses: new Map([
          [2010, census],
          [year, grown],
        ]),
      },
    };
    const rivals = rivalForecasts(growing, year);
    const growth = rivals['constant-growth'](2030) as Float64Array;
    growth.forEach((persons, i) => expect(persons).toBeCloseTo(grown.counts[i]! * 1.2, 4));
    const cohorts = rivals['cohort-change'](2030) as Float64Array;
    for (let age = 10; age < 100; age++) {
      const then = census.counts[age - 10]!;
      if (then > 0) expect(cohorts[age]! / ((grown.counts[age]! / then) * grown.counts[age - 10]!)).toBeCloseTo(1, 9);
    }
  });
});

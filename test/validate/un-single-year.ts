import { dirname, join, resolve } from 'node:path';
import { readdirSync } from 'node:fs';
import type { Problem } from '#base';
import { AGES, AREA_CELLS, OPEN_AGE } from '#base';
import { extendByKannisto, lifeTable, midYearPersonYears, step, stepResult, survivalRatios } from '#demography';
import type { ValidationCase } from './case.ts';
import { compare, sum, meanAbsolutePercentage, weightedAbsolutePercentage } from './case.ts';
import { givenNet } from './net-migration.ts';
import { byYear, problem, readTable } from './reference.ts';

/** The first projected mid-year of World Population Prospects 2024 that rests on projected years alone. */
const FIRST_YEAR = 2025;
const OLDEST_GIVEN = 99;

export const singleYearFolder = /^1x1_both_sexes_/;

/** Countries in a folder of single-year populations. */
export const countriesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => /^([A-Z]{3})_population\.csv(?:\.gz)?$/.exec(name)?.[1] ?? []);

/**
 * World Population Prospects by single year and age, both sexes together (layout `1x1_both_sexes_*`, with net migrants and annual births beside it):
 * mid-year stocks, so survival comes from the mean person-years of two calendar years, births and migrants are the mean of two; migrants at the
 * end of the year. Ages 0-99 are given, and compared: the start of the open group is not known, and nothing younger depends on it.
 */
export function unSingleYear(folder: string, country: string, problems: Problem[]): ValidationCase[] {
  const found = problems.length;
  const beside = (name: string): string => join(dirname(resolve(folder)), name);
  const byAge = (name: string): Map<number, Float64Array> => {
    const file = join(folder, `${country}_${name}.csv`);
    const rows = readTable(file, { numbers: ['year', 'age', 'value'] }, problems);
    const closed = rows.filter(({ age }) => age <= OLDEST_GIVEN);
    return byYear(
      file,
      closed,
      OLDEST_GIVEN + 1,
      ({ age }) => age,
      ({ value }) => value,
      problems,
    );
  };
  const populations = byAge('population');
  const mortality = byAge('mortality_rates');
  const migrationFile = beside(`net_migration_1x1_by_sex/${country}.csv`);
  const migrants = byYear(
    migrationFile,
    readTable(migrationFile, { numbers: ['year', 'age', 'migM', 'migF'] }, problems),
    AGES,
    ({ age }) => age,
    ({ migM, migF }) => 1000 * (migM + migF),
    problems,
  );
  const annualName = readdirSync(dirname(resolve(folder))).find((name) => name.startsWith('annual_indicators'));
  const annualFile = beside(annualName ?? 'annual_indicators.csv');
  const annual = new Map(
    readTable(annualFile, { text: ['iso3'], numbers: ['year', 'births', 'srb'] }, problems)
      .filter(({ iso3 }) => iso3 === country)
      .map(({ year, births, srb }) => [year, { births: 1000 * births, sexRatio: srb }]),
  );
  if (problems.length > found) return [];

  const years = [...populations.keys()].filter((year) => year >= FIRST_YEAR).toSorted((a, b) => a - b);
  for (const [file, given] of [
    [join(folder, `${country}_mortality_rates.csv`), mortality],
    [migrationFile, migrants],
    [annualFile, annual],
  ] as const)
    for (const year of years)
      if (!given.has(year)) problems.push(problem('reference.row-missing', file, { what: `${country} ${year}` }));
  if (years.length < 2)
    problems.push(
      problem('reference.row-missing', join(folder, `${country}_population.csv`), { what: FIRST_YEAR + 1 }),
    );
  if (problems.length > found) return [];

  const personYears = new Map(years.map((year) => [year, bothSexes(mortality.get(year)!, annual.get(year)!.sexRatio)]));
  let stock: Float64Array = new Float64Array(AREA_CELLS);
  stock.set(populations.get(years[0]!)!);
  const totals: number[] = [];
  for (const year of years.slice(0, -1)) {
    const survival = new Float64Array(AREA_CELLS);
    survival.set(survivalRatios(midYearPersonYears(personYears.get(year)!, personYears.get(year + 1)!)));
    const births = (annual.get(year)!.births + annual.get(year + 1)!.births) / 2;
    const net = new Float64Array(AREA_CELLS);
    migrants.get(year)!.forEach((count, age) => (net[age] = (count + migrants.get(year + 1)![age]!) / 2));
    const result = stepResult(1, AREA_CELLS);
    step(stock, { survival, ...givenBirths(births, stock, survival) }, givenNet(net), result);
    stock = result.end;
    totals.push(sum(closedAges(stock)));
  }
  const last = years.at(-1)!;
  const theirs = years.slice(1).map((year) => sum(populations.get(year)!));
  const span = `WPP2024 1x1 ${country} ${years[0]}-${last}`;
  return [
    compare(`${span}: total, MAPE %`, totals.at(-1)!, theirs.at(-1)!, 0.002, meanAbsolutePercentage(totals, theirs)),
    compare(
      `${span}: ages in ${last}, WAPE %`,
      totals.at(-1)!,
      theirs.at(-1)!,
      0.02,
      weightedAbsolutePercentage(closedAges(stock), populations.get(last)!),
    ),
  ];
}

const closedAges = (stock: Float64Array): Float64Array => stock.slice(0, OPEN_AGE);

/** Person-years of both sexes together: each sex's table of the common rates, weighted by births (the sexes differ in a(0) alone). */
function bothSexes(mx: Float64Array, sexRatio: number): Float64Array {
  const rates = extendByKannisto(mx, 80, OLDEST_GIVEN);
  const female = lifeTable(rates, 'female').Lx;
  const male = lifeTable(rates, 'male').Lx;
  return female.map((years, age) => (years + sexRatio * male[age]!) / (1 + sexRatio));
}

/** Rates by which the kernel has exactly these births: both sexes stand in the place of women, and all bear at one age. */
function givenBirths(
  births: number,
  stock: Float64Array,
  survival: Float64Array,
): { fertility: Float64Array; sexRatioAtBirth: number } {
  const age = 30;
  const fertility = new Float64Array(AGES);
  fertility[age] = births / ((stock[age]! + stock[age - 1]! * survival[age]!) / 2);
  return { fertility, sexRatioAtBirth: 0 };
}

import { basename, dirname, join } from 'node:path';
import type { Problem } from '#base';
import { AGES, AREA_CELLS, FEMALE, MALE, SEXES, cell, sumCounts } from '#base';
import { project } from '#demography';
import type { ValidationCase } from './case.ts';
import { compare } from './case.ts';
import { givenNet } from './net-migration.ts';
import { byYear, existsReference, problem, readTable } from './reference.ts';

type SexAgeRow = { sex: string; age: number; year: number } & Record<string, number | string>;

const ofCell = ({ sex, age }: { sex: string; age: number }): number => cell(0, sex === 'female' ? FEMALE : MALE, age);

export const singleYearBySexFile = /^([A-Z]{3})_base_pop_(\d{4})\.csv(?:\.gz)?$/;

/**
 * The UN Population Division's own single-year runs (layout `ccmppWPP`): base population, survivorship, fertility, sex ratio at birth and net migrants
 * by sex and age of each year are given, the population of every later year is compared in every cell, and the deaths of each sex and year.
 */
export function unSingleYearBySex(baseFile: string, problems: Problem[]): ValidationCase[] {
  const [, country = '', baseYear = ''] = singleYearBySexFile.exec(basename(baseFile)) ?? [];
  const file = (name: string): string => join(dirname(baseFile), `${country}_${name}.csv`);
  const found = problems.length;
  const bySexAge = (name: string, column: string): Map<number, Float64Array> => {
    const rows = readTable(file(name), { text: ['sex'], numbers: ['year', 'age', column] }, problems);
    return byYear(file(name), rows as SexAgeRow[], AREA_CELLS, ofCell, (row) => row[column] as number, problems);
  };
  const baseRows = readTable(baseFile, { text: ['sex'], numbers: ['age', 'pop'] }, problems).map((row) => ({
    ...row,
    year: Number(baseYear),
  }));
  const base = byYear(baseFile, baseRows, AREA_CELLS, ofCell, ({ pop }) => pop, problems);
  const survival = bySexAge('output_life_tables_100plus', 'lt_Sx');
  const migrants = bySexAge('net_migration', 'mig');
  const expected = bySexAge('expected_population', 'pop');
  const deaths = existsReference(file('expected_deaths')) ? bySexAge('expected_deaths', 'deaths') : undefined;
  const migration = migrationTiming(file('mig_parameter'), problems);
  const fertility = new Map<number, Float64Array>();
  for (const { year, age, asfr } of readTable(file('asfr'), { numbers: ['year', 'age', 'asfr'] }, problems)) {
    if (!fertility.has(year)) fertility.set(year, new Float64Array(AGES));
    fertility.get(year)![age] = asfr;
  }
  const ratios = new Map(
    readTable(file('srb'), { numbers: ['year', 'srb'] }, problems).map(({ year, srb }) => [year, srb]),
  );
  if (problems.length > found) return [];

  const years = [...survival.keys()].filter((year) => year >= Number(baseYear)).toSorted((a, b) => a - b);
  for (const [name, given] of Object.entries({
    net_migration: migrants,
    asfr: fertility,
    srb: ratios,
    ...(deaths && { expected_deaths: deaths }),
  }))
    for (const year of years)
      if (!given.has(year)) problems.push(problem('reference.row-missing', file(name), { what: year }));
  for (const year of years)
    if (!expected.has(year + 1))
      problems.push(problem('reference.row-missing', file('expected_population'), { what: year + 1 }));
  if (problems.length > found) return [];

  const path = project(
    {
      areas: [country],
      date: `${baseYear}-01-01`,
      basis: 'resident',
      status: 'observed',
      source: { none: 'UN' },
      counts: base.get(Number(baseYear))!,
    },
    years.map((year) => ({
      rates: {
        survival: survival.get(year)!,
        fertility: fertility.get(year)!,
        sexRatioAtBirth: ratios.get(year)!,
      },
      migrate: givenNet(migrants.get(year)!),
    })),
    { migration, births: 'survivors' },
  );
  let worst = 0;
  let worstDeaths = 0;
  years.forEach((year, i) => {
    expected
      .get(year + 1)!
      .forEach((theirs, at) => (worst = Math.max(worst, Math.abs(path.populations[i + 1]![at]! - theirs))));
    for (const sex of SEXES)
      if (deaths !== undefined)
        worstDeaths = Math.max(
          worstDeaths,
          Math.abs(sumCounts(path.flows[i]!.deaths, { sex }) - sumCounts(deaths.get(year)!, { sex })),
        );
  });
  const [last, ours] = [path.years.at(-1)!, path.populations.at(-1)!];
  const span = `${country} 1x1 ${baseYear}-${last}`;
  return [
    compare(`${span}: total at the end, persons`, sumCounts(ours), sumCounts(expected.get(last)!), 1e-6),
    compare(`${span}: worst of ${years.length * AREA_CELLS} cells, persons`, worst, 0, 1e-6),
    ...(deaths === undefined
      ? []
      : [compare(`${span}: worst deaths of a sex and year, persons`, worstDeaths, 0, 1e-6)]),
  ];
}

/** When migrants move, by `mig_assumption` of a run's parameters; at the end of the year where there are none. */
function migrationTiming(file: string, problems: Problem[]): 'end' | 'even' {
  if (!existsReference(file)) return 'end';
  const rows = readTable(file, { text: ['indicator', 'value'], numbers: [] }, problems);
  const values = (indicator: string): string =>
    [...new Set(rows.filter((row) => row.indicator === indicator).map(({ value }) => value))].join(', ');
  const [type, timing] = [values('mig_type'), values('mig_assumption')];
  if (type !== 'counts' && type !== '')
    problems.push(problem('reference.value-unknown', file, { column: 'mig_type', value: type }));
  if (timing === 'even') return 'even';
  if (timing !== 'end' && timing !== '')
    problems.push(problem('reference.value-unknown', file, { column: 'mig_assumption', value: timing }));
  return 'end';
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem, Sex } from '#base';
import { SEXES } from '#base';
import { columnsOf, problem, readTable } from './reference.ts';

/** Age groups 0-4, …, 95-99, 100+. */
export const GROUPS = 21;
const FERTILE_GROUPS = 7;

/** Inputs and published outputs of a native five-year run of the UN: one row a country (and age), one column a year or period. */
export interface FiveYearTables {
  readonly base: string;
  readonly periods: readonly string[];
  /** Years in which the periods end. */
  readonly ends: readonly string[];
  /** Countries that every table has. */
  readonly countries: readonly string[];
  readonly name: (country: string) => string;
  /** 9: migrants at the end of the period; 0: evenly. */
  readonly migrationCode: (country: string) => number;
  /** A column of a country's rows, by age. */
  readonly column: (table: string, country: string, column: string) => Float64Array;
  /** First ages of the country's death rates. */
  readonly mortalityAges: (country: string, sex: Sex) => readonly number[];
}

export const letter: Readonly<Record<Sex, string>> = { female: 'F', male: 'M' };

/** Reads the tables of a folder; `migcode.csv` may lie in the folder above. Undefined when something is wrong. */
export function readFiveYearTables(folder: string, problems: Problem[]): FiveYearTables | undefined {
  const found = problems.length;
  const file = (table: string): string => join(folder, `${table}.csv`);
  const periods = columnsOf(file('tfrprojMed'), problems).filter((name) => /^\d{4}-\d{4}$/.test(name));
  const [base = ''] = (periods[0] ?? '').split('-');
  const ends = periods.map((period) => period.slice(5));
  const needed: readonly (readonly [table: string, columns: readonly string[], ages: number])[] = [
    ['tfrprojMed', periods, 1],
    ['sexRatio', periods, 1],
    ['percentASFR', periods, FERTILE_GROUPS],
    ...SEXES.flatMap((sex): [string, readonly string[], number][] => [
      [`pop${letter[sex]}`, [base], GROUPS],
      [`pop${letter[sex]}projMed`, ends, GROUPS],
      [`migration${letter[sex]}`, periods, GROUPS],
      [`mx${letter[sex]}`, periods, GROUPS + 1],
    ]),
  ];
  const tables = new Map(
    needed.map(([table, columns, ages]) => [table, rowsByCountry(file(table), columns, ages > 1, problems)]),
  );
  const own = join(folder, 'migcode.csv');
  const codesFile = existsSync(own) ? own : join(dirname(folder), 'migcode.csv');
  const codes = new Map(
    readTable(codesFile, { text: ['country_code', 'country'], numbers: ['MigCode'] }, problems).map((row) => [
      row.country_code,
      row,
    ]),
  );
  if (problems.length > found) return undefined;

  const all = [...tables.get(`pop${letter.female}`)!.keys()];
  const complete = all.filter((country) => {
    const before = problems.length;
    if (!codes.has(country)) problems.push(problem('reference.row-missing', codesFile, { what: country }));
    for (const [table, , ages] of needed) {
      const rows = tables.get(table)!.get(country)?.length ?? 0;
      if (rows < ages)
        problems.push(problem('reference.row-missing', file(table), { what: `${country}: ${rows} of ${ages}` }));
    }
    return problems.length === before;
  });
  return {
    base,
    periods,
    ends,
    countries: complete,
    name: (country) => codes.get(country)!.country,
    migrationCode: (country) => codes.get(country)!.MigCode,
    column: (table, country, column) =>
      Float64Array.from(tables.get(table)!.get(country)!, ({ values }) => values[column]!),
    mortalityAges: (country, sex) =>
      tables
        .get(`mx${letter[sex]}`)!
        .get(country)!
        .map(({ age }) => age),
  };
}

interface AgeRow {
  readonly age: number;
  readonly values: Readonly<Record<string, number>>;
}

/** Rows of each country in order of age; ages are read from their first number (`15-19`, `100+`). */
function rowsByCountry(
  file: string,
  columns: readonly string[],
  aged: boolean,
  problems: Problem[],
): Map<string, AgeRow[]> {
  const countries = new Map<string, AgeRow[]>();
  const text = aged ? ['country_code', 'age'] : ['country_code'];
  for (const row of readTable<string, string>(file, { text, numbers: columns }, problems)) {
    const country = String(row['country_code']);
    const rows = countries.get(country) ?? [];
    rows.push({ age: aged ? Number.parseInt(String(row['age']), 10) : 0, values: row });
    countries.set(country, rows);
  }
  for (const rows of countries.values()) rows.sort((a, b) => a.age - b.age);
  return countries;
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem, Sex } from '#base';
import { SEXES } from '#base';
import { abridgedLifeTable, fiveYearSurvival, project } from '#demography';
import type { StepConvention } from '#demography';
import type { ValidationCase } from './case.ts';
import { compare, sum, meanAbsolutePercentage } from './case.ts';
import { givenNet } from './net-migration.ts';
import { columnsOf, problem, readTable } from './reference.ts';

/** Age groups 0-4, …, 95-99, 100+. */
const GROUPS = 21;
const FIRST_FERTILE_GROUP = 3;
const FERTILE_GROUPS = 7;
const WIDTH = 5;

/** Bounds on the error of the total, %: by country code where set, else the worst of the UN's 201 countries. */
const bounds = new Map([
  ['156', 0.02],
  ['566', 0.02],
  ['276', 0.02],
  ['392', 0.005],
  ['410', 0.005],
]);
const OTHER_BOUND = 0.15;

/** Files of a native five-year run, one row a country (and age). */
export const fiveYearFile = 'migrationF.csv';

type BySex = Readonly<Record<Sex, Map<string, Record<string, number>[]>>>;

const letter: Readonly<Record<Sex, string>> = { female: 'F', male: 'M' };

/** The file of migration codes, in the folder of a native run or the one above. */
const codesFile = (folder: string): string => {
  const own = join(folder, 'migcode.csv');
  return existsSync(own) ? own : join(dirname(folder), 'migcode.csv');
};

/**
 * World Population Prospects 2012 by five years and age groups, run again from its inputs (layout `5x5`): death rates of abridged tables with Coale & Demeny's
 * a(0), fertility by age, sex ratio at birth, net migrants by sex and age, by the convention that the country's MigCode names (9: migrants at the end of the
 * period, 0: evenly), births from the stocks at both ends.
 */
export function unFiveYear(folder: string, problems: Problem[]): ValidationCase[] {
  const found = problems.length;
  const file = (name: string): string => join(folder, `${name}.csv`);
  const periods = columnsOf(file('tfrprojMed'), problems).filter((name) => /^\d{4}-\d{4}$/.test(name));
  const ends = periods.map((period) => period.slice(5));
  const base = periods[0]?.slice(0, 4) ?? '';
  const read = (name: string, columns: readonly string[], ages = 1): Map<string, Record<string, number>[]> => {
    const text = ages > 1 ? ['country_code', 'age'] : ['country_code'];
    const rows = readTable(file(name), { text, numbers: columns }, problems) as Record<string, string | number>[];
    const countries = new Map<string, Record<string, string | number>[]>();
    for (const row of rows) {
      const country = String(row['country_code']);
      countries.set(country, [...(countries.get(country) ?? []), row]);
    }
    return new Map(
      [...countries].map(([country, ofCountry]) => {
        if (ofCountry.length < ages)
          problems.push(
            problem('reference.row-missing', file(name), { what: `${country}: ${ofCountry.length} of ${ages}` }),
          );
        const numbered = ofCountry.map((row) => ({ ...row, age: Number.parseInt(String(row['age']), 10) }));
        return [country, numbered.toSorted((a, b) => a.age - b.age) as Record<string, number>[]];
      }),
    );
  };
  const bySex = (name: (sex: string) => string, columns: readonly string[], ages = GROUPS): BySex => ({
    female: read(name('F'), columns, ages),
    male: read(name('M'), columns, ages),
  });
  const start = bySex((sex) => `pop${sex}`, [base]);
  const theirs = bySex((sex) => `pop${sex}projMed`, ends);
  const mortality = bySex((sex) => `mx${sex}`, periods, GROUPS + 1);
  const migration = bySex((sex) => `migration${sex}`, periods);
  const shares = read('percentASFR', periods, FERTILE_GROUPS);
  const totalFertility = read('tfrprojMed', periods);
  const sexRatio = read('sexRatio', periods);
  const codes = new Map(
    readTable(codesFile(folder), { text: ['country_code', 'country'], numbers: ['MigCode'] }, problems).map((row) => [
      row.country_code,
      row,
    ]),
  );
  if (problems.length > found) return [];

  return [...start.female.keys()].flatMap((country) => {
    const lacking = [
      [codesFile(folder), codes],
      ...SEXES.flatMap(
        (sex) =>
          [
            [file(`pop${letter[sex]}`), start[sex]],
            [file(`pop${letter[sex]}projMed`), theirs[sex]],
            [file(`mx${letter[sex]}`), mortality[sex]],
            [file(`migration${letter[sex]}`), migration[sex]],
          ] as const,
      ),
      [file('percentASFR'), shares],
      [file('tfrprojMed'), totalFertility],
      [file('sexRatio'), sexRatio],
    ] as const;
    const missing = lacking.filter(([, given]) => !given.has(country));
    for (const [path] of missing) problems.push(problem('reference.row-missing', path, { what: country }));
    if (missing.length > 0) return [];

    const stacked = (rows: BySex, column: string): Float64Array =>
      Float64Array.from(SEXES.flatMap((sex) => rows[sex].get(country)!.map((row) => row[column]!)));
    const survival = (period: string): Float64Array =>
      Float64Array.from(
        SEXES.flatMap((sex) => {
          const rows = mortality[sex].get(country)!;
          const mx = Float64Array.from(rows, (row) => row[period]!);
          return [
            ...fiveYearSurvival(
              abridgedLifeTable(
                rows.map((row) => row['age']!),
                mx,
                sex,
                'coale-demeny',
              ),
            ),
          ];
        }),
      );
    const fertility = (period: string): Float64Array => {
      const rates = new Float64Array(GROUPS);
      const total = totalFertility.get(country)![0]![period]!;
      shares.get(country)!.forEach((row, i) => (rates[FIRST_FERTILE_GROUP + i] = (total * row[period]!) / 100 / WIDTH));
      return rates;
    };
    const { MigCode, country: name } = codes.get(country)!;
    const convention: StepConvention = { migration: MigCode === 0 ? 'even' : 'end', births: 'stocks' };
    const path = project(
      {
        areas: [country],
        date: `${base}-07-01`,
        basis: 'resident',
        status: 'observed',
        source: { none: 'UN' },
        counts: stacked(start, base),
      },
      periods.map((period) => ({
        rates: {
          survival: survival(period),
          fertility: fertility(period),
          sexRatioAtBirth: sexRatio.get(country)![0]![period]!,
          width: WIDTH,
        },
        migrate: givenNet(stacked(migration, period)),
      })),
      convention,
    );
    const ours = path.populations.slice(1);
    const published = ends.map((year) => stacked(theirs, year));
    const [lastOurs, lastTheirs] = [ours.at(-1)!, published.at(-1)!];
    const span = `WPP2012 5x5 ${name} ${base}-${ends.at(-1)}, migration ${convention.migration}`;
    return [
      compare(
        `${span}: total, MAPE %`,
        sum(lastOurs),
        sum(lastTheirs),
        bounds.get(country) ?? OTHER_BOUND,
        meanAbsolutePercentage(ours.map(sum), published.map(sum)),
      ),
    ];
  });
}

import type { Problem } from '#base';
import { SEXES } from '#base';
import { abridgedLifeTable, fiveYearSurvival, project } from '#demography';
import type { StepConvention, YearAssumptions } from '#demography';
import type { ValidationCase } from './case.ts';
import { compare, meanAbsolutePercentage, sum } from './case.ts';
import type { FiveYearTables } from './five-year-tables.ts';
import { GROUPS, letter, readFiveYearTables } from './five-year-tables.ts';
import { givenNet } from './net-migration.ts';

const FIRST_FERTILE_GROUP = 3;
const WIDTH = 5;

/** Bounds on the error of the total, %: by country code where set, else what the worst of 201 countries needs. */
const bounds = new Map([
  ['156', 0.02],
  ['566', 0.02],
  ['276', 0.02],
  ['392', 0.005],
  ['410', 0.005],
]);
const OTHER_BOUND = 0.15;

/** A file that only folders of native five-year runs have. */
export const fiveYearFile = 'migrationF.csv';

/**
 * World Population Prospects 2012 by five years and age groups, run again from its inputs (layout `5x5`): death rates of abridged tables with Coale & Demeny's
 * a(0), fertility by age, sex ratio at birth, net migrants by sex and age, by the convention that the country's MigCode names, births from the
 * stocks at both ends.
 */
export function unFiveYear(folder: string, problems: Problem[]): ValidationCase[] {
  const tables = readFiveYearTables(folder, problems);
  return tables === undefined ? [] : tables.countries.map((country) => runAgain(tables, country));
}

function runAgain(tables: FiveYearTables, country: string): ValidationCase {
  const { base, periods, ends } = tables;
  const convention: StepConvention = {
    migration: tables.migrationCode(country) === 0 ? 'even' : 'end',
    births: 'stocks',
  };
  const bySex = (table: (sex: string) => string, column: string): Float64Array =>
    Float64Array.from(SEXES.flatMap((sex) => [...tables.column(table(letter[sex]), country, column)]));
  const path = project(
    {
      areas: [country],
      date: `${base}-07-01`,
      basis: 'resident',
      status: 'observed',
      source: { none: 'UN' },
      counts: bySex((sex) => `pop${sex}`, base),
    },
    periods.map((period) => ({
      rates: ratesOf(tables, country, period),
      migrate: givenNet(bySex((sex) => `migration${sex}`, period)),
    })),
    convention,
  );
  const ours = path.populations.slice(1).map(sum);
  const theirs = ends.map((year) => sum(bySex((sex) => `pop${sex}projMed`, year)));
  return compare(
    `WPP2012 5x5 ${tables.name(country)} ${base}-${ends.at(-1)}, migration ${convention.migration}: total, MAPE %`,
    ours.at(-1)!,
    theirs.at(-1)!,
    bounds.get(country) ?? OTHER_BOUND,
    meanAbsolutePercentage(ours, theirs),
  );
}

function ratesOf(tables: FiveYearTables, country: string, period: string): YearAssumptions['rates'] {
  const survival = SEXES.flatMap((sex) => {
    const mx = tables.column(`mx${letter[sex]}`, country, period);
    return [...fiveYearSurvival(abridgedLifeTable(tables.mortalityAges(country, sex), mx, sex, 'coale-demeny'))];
  });
  const [totalFertility = NaN] = tables.column('tfrprojMed', country, period);
  const [sexRatioAtBirth = NaN] = tables.column('sexRatio', country, period);
  const fertility = new Float64Array(GROUPS);
  tables
    .column('percentASFR', country, period)
    .forEach((share, i) => (fertility[FIRST_FERTILE_GROUP + i] = (totalFertility * share) / 100 / WIDTH));
  return { survival: Float64Array.from(survival), fertility, sexRatioAtBirth, width: WIDTH };
}

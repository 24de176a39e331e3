import type { Area, Problem } from '#base';
import { OPEN_AGE, SEXES } from '#base';
import type { BaselineTables } from '../pack.ts';
import type { BaselineFile, PackFile } from './schema.ts';

/** Completeness and sums of the baseline's tables: every county, year, sex and age there once, totals equal to their parts. */
export function checkBaseline(
  info: PackFile | undefined,
  areas: readonly Area[] | undefined,
  tables: Omit<BaselineTables, 'info'> & { readonly info: BaselineFile | undefined },
): Problem[] {
  if (info === undefined || areas === undefined) return [];
  const problems: Problem[] = [
    ...impossibleValues(tables),
    ...(tables.info === undefined ? [] : citations(tables, tables.info)),
  ];
  const counties = areas
    .filter((area) => area.level === 'county' && area.parent === info.city)
    .map((area) => area.code);
  const expectRows = (file: string, what: string, expected: readonly string[], found: readonly string[]): void => {
    const present = new Set(found);
    const absent = expected.filter((key) => !present.has(key));
    if (absent.length > 0) problems.push(rowsMissing(file, what, absent));
    if (present.size < found.length) problems.push(rowsRepeated(file, what, found));
  };

  const years = [...new Set(tables.ageSex.map((row) => row.year))];
  const groups = [...new Set(tables.ageSex.map((row) => row.from))].map(String);
  expectRows(
    'baseline/age-sex.csv',
    'census by area, sex and age',
    product(years.map(String), counties, [...SEXES], groups),
    tables.ageSex
      .filter((row) => counties.includes(row.area))
      .map((row) => `${row.year} ${row.area} ${row.sex} ${row.from}`),
  );
  const lastYear = String(Math.max(...years));
  expectRows(
    'baseline/area-variables.csv',
    'variables that projections need',
    product([lastYear], counties, NEEDED_VARIABLES),
    tables.areaVariables.map((row) => `${row.year} ${row.area} ${row.variable}`),
  );
  expectRows(
    'baseline/fertility.csv',
    'schedule by residence and age',
    product(
      ['city', 'town', 'rural'],
      Array.from({ length: 35 }, (_, index) => String(15 + index)),
    ),
    tables.fertility.map((row) => `${row.residence} ${row.age}`),
  );
  for (const { year, area, variable, value } of tables.areaVariables) {
    if (variable !== 'total-population') continue;
    const parts = tables.ageSex.filter(
      (row) => row.year === year && (area === info.city ? counties.includes(row.area) : row.area === area),
    );
    const sum = parts.reduce((total, row) => total + row.persons, 0);
    if (parts.length > 0 && sum !== value)
      problems.push({
        code: 'plan.sum-differs',
        severity: 'error',
        where: { file: 'baseline/area-variables.csv', path: `${year} ${area} ${variable}` },
        params: { what: `age-sex.csv ${year} ${area}`, sum, total: value },
      });
  }
  const ages = Array.from({ length: OPEN_AGE + 1 }, (_, age) => String(age));
  for (const [file, rows] of [
    ['baseline/reference-ages.csv', tables.referenceAges],
    ['baseline/mortality.csv', tables.mortality],
  ] as const)
    expectRows(
      file,
      'schedule by sex and single age',
      product(years.map(String), [...SEXES], ages),
      rows.map((row) => `${row.year} ${row.sex} ${row.age}`),
    );
  return problems;
}

const invalid = (file: string, path: string, reason: string): Problem => ({
  code: 'plan.value-invalid',
  severity: 'error',
  where: { file: `baseline/${file}`, path },
  params: { reason },
});

/** Numbers that no population can have, and censuses that the methods cannot take. */
function impossibleValues(tables: Omit<BaselineTables, 'info'>): Problem[] {
  const problems: Problem[] = [];
  const years = [...new Set(tables.ageSex.map((row) => row.year))].sort((a, b) => a - b);
  if (years.length < 2 || years.at(-1)! - years.at(-2)! !== 10)
    problems.push(invalid('age-sex.csv', 'year', 'two censuses ten years apart are needed'));
  const spans = [...new Map(tables.ageSex.map((row) => [row.from, row.to]))].sort(([a], [b]) => a - b);
  spans.forEach(([from, to], index) => {
    const next = spans[index + 1]?.[0];
    if ((index === 0 && from !== 0) || (next === undefined ? to !== null : to !== next - 1))
      problems.push(invalid('age-sex.csv', `from ${from}`, 'age groups must follow one another from 0 to an open one'));
  });
  for (const { year, sex, age, rate } of tables.mortality)
    if (rate < 0 || rate >= 2 || (age >= 80 && rate === 0))
      problems.push(invalid('mortality.csv', `${year} ${sex} ${age}`, `a death rate of ${rate}`));
  for (const { residence, age, rate } of tables.fertility)
    if (rate < 0 || rate > 1) problems.push(invalid('fertility.csv', `${residence} ${age}`, `a birth rate of ${rate}`));
  for (const { year, area, sex, from, persons } of tables.ageSex)
    if (persons < 0) problems.push(invalid('age-sex.csv', `${year} ${area} ${sex} ${from}`, `${persons} persons`));
  const totals = new Map(
    tables.areaVariables
      .filter((row) => row.variable === 'total-population')
      .map((row) => [`${row.year} ${row.area}`, row.value]),
  );
  for (const { year, area, variable, value } of tables.areaVariables)
    if (variable === 'urban-population' && value > (totals.get(`${year} ${area}`) ?? Infinity))
      problems.push(
        invalid('area-variables.csv', `${year} ${area} ${variable}`, 'more urban residents than residents'),
      );
  return problems;
}

/** Every table and census year must be cited, and the level of mortality known for each census. */
function citations(tables: Omit<BaselineTables, 'info'>, info: BaselineFile): Problem[] {
  const years = [...new Set(tables.ageSex.map((row) => row.year))];
  const cited = (file: string, year: number): boolean =>
    info.files.some((entry) => entry.file === file && (entry.year === undefined || entry.year === year));
  const uncited = ['age-sex.csv', 'reference-ages.csv', 'mortality.csv', 'area-variables.csv'].flatMap((file) =>
    years.filter((year) => !cited(file, year)).map((year) => `${file} ${year}`),
  );
  if (!info.files.some((entry) => entry.file === 'fertility.csv')) uncited.push('fertility.csv');
  const unknown = years.filter((year) => !info.parameters.lifeExpectancy.some(({ at }) => at === year));
  return [
    ...uncited.map((what): Problem => ({
      code: 'plan.source-missing',
      severity: 'error',
      where: { file: 'baseline/baseline.yaml', path: 'files' },
      params: {},
      fix: `- file: ${what}`,
    })),
    ...unknown.map((year) => invalid('baseline.yaml', 'parameters.lifeExpectancy', `none for the census of ${year}`)),
  ];
}

/** Census variables of every county at the last census without which nothing can be projected. */
const NEEDED_VARIABLES = ['total-population', 'urban-population', 'inflow-same-province', 'inflow-other-province'];

const product = (...lists: readonly (readonly string[])[]): string[] =>
  lists.reduce<string[]>(
    (keys, list) => keys.flatMap((key) => list.map((item) => (key === '' ? item : `${key} ${item}`))),
    [''],
  );

const shorten = (keys: readonly string[]): string =>
  keys.slice(0, 5).join('; ') + (keys.length > 5 ? ` … (${keys.length})` : '');

const rowsMissing = (file: string, what: string, absent: readonly string[]): Problem => ({
  code: 'plan.rows-missing',
  severity: 'error',
  where: { file },
  params: { what, rows: shorten(absent) },
});

function rowsRepeated(file: string, what: string, found: readonly string[]): Problem {
  const repeated = found.filter((key, index) => found.indexOf(key) !== index);
  return {
    code: 'plan.id-repeated',
    severity: 'error',
    where: { file },
    params: { id: shorten(repeated), other: what },
  };
}

import type { AreaCode, Source } from '#base';
import { AGES, OPEN_AGE } from '#base';
import { FIRST_FERTILE_AGE, LAST_FERTILE_AGE, mixSchedules } from '#demography';
import type {
  AgeSexRow,
  AreaVariableRow,
  BaselineFile,
  BaselineTables,
  FertilityRow,
  NationalDefaults,
  Pack,
} from '#plan';
import type { PopulationRow } from '../tables/population-rows.ts';
import type { AreaRates } from '../tables/rates-table.ts';
import { keyOf } from '../tables/table.ts';
import type { OwnAreas } from './own-areas.ts';
import { nearestCensus, referenceAges } from './reference-ages.ts';

export interface BaselineParts {
  readonly rows: readonly PopulationRow[];
  /** Years of `rows` that are used; the last is the base. */
  readonly censuses: readonly number[];
  readonly where: OwnAreas;
  readonly rates: ReadonlyMap<AreaCode, AreaRates>;
  readonly nation: NationalDefaults;
  readonly template: Pack;
  readonly lifeExpectancy: BaselineFile['parameters']['lifeExpectancy'];
  readonly source: Source;
}

/** The tables of a pack of one's own: the user's persons, the nation's schedules. */
export function baselineTables(parts: BaselineParts): BaselineTables {
  const { censuses, nation, template, source } = parts;
  const base = censuses.at(-1)!;
  return {
    info: {
      date: `${base}-12-31`,
      takenAs: `${base}-12-31`,
      note: {
        zh: '用户给的分地区、性别、年龄人口,作为年末数',
        en: "the user's population by area, sex and age, taken for the end of the year",
      },
      files: [
        { file: 'age-sex.csv', source, status: 'observed' },
        { file: 'reference-ages.csv', source: scheduleSource(template, 'reference-ages.csv'), status: 'estimated' },
        { file: 'mortality.csv', source: scheduleSource(template, 'mortality.csv'), status: 'observed' },
        { file: 'fertility.csv', source: scheduleSource(template, 'fertility.csv'), status: 'estimated' },
        { file: 'area-variables.csv', source, status: 'observed' },
      ],
      parameters: {
        ...template.baseline.info.parameters,
        ageZeroCoverage: nation.ageZeroCoverage,
        lifeExpectancySexGap: nation.lifeExpectancySexGap,
        migrantsOfProvince: nation.migrantsOfProvince,
        migrantsFromOutside: nation.migrantsFromOutside,
        lifeExpectancy: parts.lifeExpectancy,
      },
    },
    ageSex: ageSexRows(parts),
    referenceAges: censuses.flatMap((year) => referenceAges(template, year)),
    mortality: censuses.flatMap((year) =>
      nearestCensus(template.baseline.mortality, year).map((row) => ({ ...row, year })),
    ),
    fertility: nationalFertility(template, nation),
    areaVariables: areaVariables(parts),
  };
}

/** What the template cites for a schedule of the nation; its latest rows. */
export const scheduleSource = ({ baseline }: Pack, file: BaselineFile['files'][number]['file']): Source =>
  baseline.info.files.filter((entry) => entry.file === file).toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))[0]
    ?.source ?? {
    none: file,
  };

/** Residents of every area at the base year. */
export function residentsOf(
  { rows, where }: Pick<BaselineParts, 'rows' | 'where'>,
  year: number,
): Map<AreaCode, number> {
  const persons = new Map<AreaCode, number>(where.areas.map(({ code }) => [code, 0]));
  for (const row of rows) {
    const code = where.codes.get(row.area)!;
    if (row.year === year) persons.set(code, persons.get(code)! + row.persons);
  }
  return persons;
}

/** The rows with the areas' codes; single ages beyond 100 are gathered in the open group. */
function ageSexRows({ rows, censuses, where }: BaselineParts): AgeSexRow[] {
  const groups = new Map<string, AgeSexRow>();
  for (const { year, area, sex, from, to, persons } of rows) {
    if (!censuses.includes(year)) continue;
    const key = keyOf(year, area, sex, from);
    const earlier = from === OPEN_AGE ? (groups.get(key)?.persons ?? 0) : 0;
    groups.set(key, { year, area: where.codes.get(area)!, sex, from, to, persons: persons + earlier });
  }
  return [...groups.values()];
}

/** The nation's fertility over all residences, as the one schedule of every residence. */
function nationalFertility({ baseline }: Pack, { residence }: NationalDefaults): FertilityRow[] {
  const residences = ['city', 'town', 'rural'] as const;
  const schedules = residences.map((name) => {
    const rates = new Float64Array(AGES);
    for (const row of baseline.fertility) if (row.residence === name) rates[row.age] = row.rate;
    return rates;
  });
  const mixed = mixSchedules(
    schedules,
    residences.map((name) => residence[name]),
  );
  const ages = Array.from(
    { length: LAST_FERTILE_AGE - FIRST_FERTILE_AGE + 1 },
    (_, index) => FIRST_FERTILE_AGE + index,
  );
  return residences.flatMap((name) => ages.map((age) => ({ residence: name, age, rate: mixed[age]! })));
}

/** What is given of single areas, in the names that `prepareBaseline` asks for; the city's residents are their sums. */
function areaVariables({ rows, censuses, where, rates }: BaselineParts): AreaVariableRow[] {
  const year = censuses.at(-1)!;
  const of = (area: AreaCode, values: Readonly<Record<string, number | undefined>>): AreaVariableRow[] =>
    Object.entries(values).flatMap(([variable, value]) =>
      value === undefined ? [] : [{ year, area, variable, value }],
    );
  const residents = residentsOf({ rows, where }, year);
  const counties = [...residents].flatMap(([area, persons]) => {
    const own = rates.get(area) ?? {};
    return of(area, {
      'total-population': persons,
      'urban-population': own.urbanShare === undefined ? undefined : Math.round((persons * own.urbanShare) / 100),
      'total-fertility-rate': own.fertility,
      'life-expectancy': own.lifeExpectancy,
      'net-migration': own.netMigration,
    });
  });
  const sums = ['total-population', 'urban-population'].map((variable): [string, number | undefined] => {
    const parts = counties.filter((row) => row.variable === variable);
    return [variable, parts.length < residents.size ? undefined : parts.reduce((sum, { value }) => sum + value, 0)];
  });
  return [...of(where.city.code, Object.fromEntries(sums)), ...counties];
}

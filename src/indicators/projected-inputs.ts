import type { AreaCode, Missing } from '#base';
import { AGES, FEMALE, MALE, cell, missing, sumCounts } from '#base';
import { findArea } from '#plan';
import type { Baseline, Projection } from '#projection';
import { indicesOf, projectionSource, shiftUrbanShares } from '#projection';
import type { Inputs } from './inputs.ts';
import { inputOf, notSupplied, populationInputs } from './population-inputs.ts';

/** Inputs for a projected year: populations, flows and assumptions of a scenario carried out. */
export function projectedInputs(baseline: Baseline, projection: Projection, area: AreaCode, year: number): Inputs {
  const { pack } = baseline;
  const source = projectionSource(projection.scenario);
  const at = projection.years.indexOf(year);
  const covered = area === pack.info.city || baseline.counties.includes(area);
  const counts = projection.populations[at];
  const flows = projection.flows[at - 1];
  const used = projection.used.get(year);
  const indices = covered ? indicesOf(baseline, area) : [];
  const present = <T>(value: T | undefined): T | Missing =>
    value === undefined ? missing('outside-period', String(year)) : covered ? value : missing('area-not-covered');
  const flow = (read: (all: NonNullable<typeof flows>) => number): number | Missing => {
    const all = present(flows);
    return 'missing' in all ? all : read(all);
  };
  const assumed = (read: (all: NonNullable<typeof used>) => number | Missing): number | Missing => {
    const all = present(used);
    return 'missing' in all ? all : read(all);
  };
  /** Assumptions that are made for the city as a whole: a county has none of its own. */
  const ofCity = (read: (all: NonNullable<typeof used>) => number): number | Missing =>
    area === pack.info.city ? assumed(read) : missing('area-not-covered');
  const population = present(counts);
  return {
    ...populationInputs({
      area,
      year,
      indices,
      population: 'missing' in population ? population : { counts: population, source },
    }),
    personsBefore: () => {
      const before = present(projection.populations[at - 1]);
      const value = 'missing' in before ? before : sumCounts(before, { areas: indices });
      return inputOf(value, '上年末常住人口', 'residents a year before', 'persons', source);
    },
    births: () =>
      inputOf(
        flow((all) =>
          indices.reduce((sum, index) => sum + all.births[index * 2 + FEMALE]! + all.births[index * 2 + MALE]!, 0),
        ),
        '出生人数',
        'births',
        'persons',
        source,
      ),
    deaths: () =>
      inputOf(
        flow((all) => sumCounts(all.deaths, { areas: indices })),
        '死亡人数',
        'deaths',
        'persons',
        source,
      ),
    netMigration: () =>
      inputOf(
        flow((all) => sumCounts(all.migrants, { areas: indices })),
        '净迁入',
        'net migration',
        'persons',
        source,
      ),
    totalFertility: () => ({
      ...inputOf(
        assumed((all) =>
          area === pack.info.city ? all.fertility : flow(() => areaFertility(baseline, projection, at, indices[0]!)),
        ),
        '总和生育率',
        'total fertility',
        'children-per-woman',
        source,
      ),
      assumed: area === pack.info.city,
    }),
    sexRatioAtBirth: () => ({
      ...inputOf(
        ofCity((all) => all.sexRatioAtBirth),
        '出生人口性别比',
        'sex ratio at birth',
        'per-100-females',
        source,
      ),
      assumed: true,
    }),
    lifeExpectancy: () => ({
      ...inputOf(
        ofCity((all) => all.lifeExpectancy),
        '人均预期寿命',
        'life expectancy',
        'years',
        source,
      ),
      assumed: true,
    }),
    urbanPersons: () =>
      inputOf(
        assumed((all) => urbanPersons(baseline, counts!, all.urbanShare / 100, indices)),
        '城镇人口',
        'urban residents',
        'persons',
        source,
      ),
    registered: () => notSupplied('户籍人口', 'registered population', 'persons'),
    comparisonPersons: () => notSupplied('全省常住人口', "the province's residents", 'persons'),
    variable: (name) => notSupplied(name, name, 'none'),
    landArea: () =>
      inputOf(
        findArea(pack, area)?.landArea ?? missing('not-reported', 'land area'),
        '土地面积',
        'land area',
        'square-km',
      ),
  };
}

/** A county's total fertility in a projected year: its births over those that its schedule of the base year would have given. */
function areaFertility(baseline: Baseline, projection: Projection, at: number, area: number): number {
  const births = projection.flows[at - 1]!.births;
  const [start, end] = [projection.populations[at - 1]!, projection.populations[at]!];
  const migrants = projection.flows[at - 1]!.migrants;
  let expected = 0;
  for (let age = 1; age < AGES; age++) {
    const i = cell(area, FEMALE, age);
    expected += baseline.fertility[area * AGES + age]! * 0.5 * (start[i]! + end[i]! - migrants[i]!);
  }
  return (baseline.totalFertility[area]! * (births[area * 2 + FEMALE]! + births[area * 2 + MALE]!)) / expected;
}

/** Urban persons of an area when the city's urban share is `share` and each county keeps its place in it. */
function urbanPersons(
  baseline: Baseline,
  counts: Float64Array,
  share: number,
  indices: readonly number[],
): number | Missing {
  const populations = baseline.counties.map((_, index) => sumCounts(counts, { areas: [index] }));
  const shares = baseline.counties.map((code) => {
    const urban = baseline.variable(code, baseline.baseYear, 'urban-population');
    const total = baseline.variable(code, baseline.baseYear, 'total-population');
    return typeof urban === 'number' && typeof total === 'number' ? urban / total : Number.NaN;
  });
  if (shares.some(Number.isNaN)) return missing('input-missing', 'urban-population');
  const moved = shiftUrbanShares(shares, populations, share);
  return indices.reduce((sum, index) => sum + moved[index]! * populations[index]!, 0);
}

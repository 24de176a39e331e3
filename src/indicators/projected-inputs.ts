import type { AreaCode, Missing } from '#base';
import { missing } from '#base';
import type { Baseline, Projection } from '#projection';
import { projectRegistered, projectedYear, projectionSource } from '#projection';
import type { Inputs } from './inputs.ts';
import { inputOf, notSupplied, selectionName } from './population-inputs.ts';
import { projectedAsker } from './projected-asker.ts';
import { scheduleWords } from './scheduled.ts';

/** Inputs for a projected year: populations, flows and assumptions of a scenario carried out. */
export function projectedInputs(baseline: Baseline, projection: Projection, area: AreaCode, year: number): Inputs {
  const source = projectionSource(projection.scenario);
  const view = projectedYear(projection, year);
  const covered = area === baseline.pack.info.city || baseline.counties.includes(area);
  const registered = (at: number): Float64Array | undefined => {
    const path = projectRegistered(baseline, projection);
    return path?.populations[path.years.indexOf(at)];
  };
  const asker = view === undefined || !covered ? undefined : projectedAsker(baseline, area, registered);
  if (view !== undefined) asker?.look(view);
  const absent = covered ? missing('outside-period', String(year)) : missing('area-not-covered');
  const ask = <T>(read: (found: NonNullable<typeof asker>['ask']) => T): T | Missing =>
    asker === undefined ? absent : read(asker.ask);
  /** Assumptions that are made for the city as a whole are no results there. */
  const assumed = area === baseline.pack.info.city;
  return {
    persons: (from = 0, to = 100, sex) => ({
      value: ask((found) => found.persons(from, to, sex)),
      name: selectionName(from, to, sex),
      unit: 'persons',
      source,
    }),
    ages: () => ask((found) => found.ages()),
    personsBefore: () =>
      inputOf(
        ask((found) => found.personsBefore()),
        '上年末常住人口',
        'residents a year before',
        'persons',
        source,
      ),
    births: () =>
      inputOf(
        ask((found) => found.births()),
        '出生人数',
        'births',
        'persons',
        source,
      ),
    deaths: () =>
      inputOf(
        ask((found) => found.deaths()),
        '死亡人数',
        'deaths',
        'persons',
        source,
      ),
    netMigration: () =>
      inputOf(
        ask((found) => found.netMigration()),
        '净迁入',
        'net migration',
        'persons',
        source,
      ),
    totalFertility: () => ({
      ...inputOf(
        ask((found) => found.totalFertility()),
        '总和生育率',
        'total fertility',
        'children-per-woman',
        source,
      ),
      assumed,
    }),
    sexRatioAtBirth: () => ({
      ...inputOf(
        ask((found) => found.sexRatioAtBirth()),
        '出生人口性别比',
        'sex ratio at birth',
        'per-100-females',
        source,
      ),
      assumed: true,
    }),
    lifeExpectancy: () => ({
      ...inputOf(
        ask((found) => found.lifeExpectancy()),
        '人均预期寿命',
        'life expectancy',
        'years',
        source,
      ),
      assumed: true,
    }),
    urbanPersons: () =>
      inputOf(
        ask((found) => found.urbanPersons()),
        '城镇人口',
        'urban residents',
        'persons',
        source,
      ),
    urbanByGrowth: () =>
      inputOf(
        ask((found) => found.urbanByGrowth()),
        '城镇人口(联合国城乡增长差法)',
        'urban residents (UN growth difference)',
        'persons',
        source,
      ),
    registered: (from = 0, to = 100, sex) => ({
      value: ask((found) => found.registered(from, to, sex)),
      name: selectionName(from, to, sex, 'registered'),
      unit: 'persons',
      source,
    }),
    scheduled: (id, of = 'resident') => ({
      ...scheduleWords(baseline.pack, id, of),
      value: ask((found) => found.scheduled(id, of)),
      source,
    }),
    comparisonPersons: () => notSupplied('全省常住人口', "the province's residents", 'persons'),
    variable: (name) => notSupplied(name, name, 'none'),
    landArea: () =>
      inputOf(
        ask((found) => found.landArea()),
        '土地面积',
        'land area',
        'square-km',
      ),
  };
}

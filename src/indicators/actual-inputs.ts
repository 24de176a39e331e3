import type { AreaCode, Missing, Source } from '#base';
import { FEMALE, MALE, OPEN_AGE, missing, ratio, sumCounts } from '#base';
import { findArea, findIndicator, valuesFor } from '#plan';
import type { Baseline } from '#projection';
import { baselineSource, indicesOf, personsPer, registeredBase } from '#projection';
import type { Input, Inputs } from './inputs.ts';
import type { Snapshot } from './population-inputs.ts';
import { inputOf, notSupplied, personsInput, populationInputs } from './population-inputs.ts';
import { scheduledInput } from './scheduled.ts';

/**
 * Inputs for what has been: the censuses by age and sex, what follows from them (births, fertility: estimated), the
 * census tables, and reported totals. A year without a census has no ages. In the
 * year of a pack's own start (a register) that is asked, and nothing else.
 */
export function actualInputs(baseline: Baseline, area: AreaCode, year: number): Inputs {
  const { pack } = baseline;
  const ofProvince = area === pack.info.province;
  const census = (ofProvince ? baseline.comparison : baseline.censuses).get(year);
  const covered = ofProvince || area === pack.info.city || baseline.counties.includes(area);
  const indices = !covered ? [] : ofProvince ? [0] : indicesOf(baseline, area);
  const population = !covered ? missing('area-not-covered') : (census ?? missing('outside-period', String(year)));
  const variable = (name: string): number | Missing => baseline.variable(area, year, name);
  const isBase = year === baseline.baseYear && covered && !ofProvince;
  const start = year === pack.baseline.start?.year && isBase ? pack.baseline.start : undefined;
  const derived: Source = start?.source ?? { doc: 'own-derivation' };
  const tables = start?.source ?? baselineSource(pack, 'area-variables.csv', year);
  /** What neither a census nor a register tells. */
  const absent = (zh: string, en: string, unit: string): Input =>
    start === undefined ? notSupplied(zh, en, unit) : inputOf(missing('not-in-register', en), zh, en, unit);
  /** Of the areas at hand, as the start counted them: `per` numbers an area, of which the one at `part`. */
  const counted = (values: readonly number[], per: number, part: number): number =>
    indices.reduce((sum, index) => {
      const at = start!.areas.indexOf(baseline.counties[index]!);
      return at < 0 ? sum : sum + values[at * per + part]!;
    }, 0);
  const reportedPersons = (id: string, at: number, of: AreaCode): { value: number | Missing; source?: Source } => {
    const indicator = findIndicator(pack, id);
    const found =
      indicator && valuesFor(pack, indicator, of, ['observed', 'baseline']).find((value) => value.at === at);
    if (indicator === undefined || found === undefined) return { value: missing('not-reported', id) };
    return { value: found.value * personsPer(indicator.unit), source: found.source };
  };
  const snapshot: Snapshot = { area, year, population, indices };
  const own = populationInputs(snapshot);
  const registered = (): Snapshot => {
    const estimated = isBase ? registeredBase(baseline) : undefined;
    return { ...snapshot, population: estimated ?? missing('not-reported', 'registered by age') };
  };
  return {
    ...own,
    persons: (from, to, sex) => {
      const counted = own.persons(from, to, sex);
      if (typeof counted.value === 'number' || from !== undefined || sex !== undefined) return counted;
      return { ...counted, ...reportedPersons('resident-population', year, area) };
    },
    personsBefore: () => {
      if (start !== undefined) return absent('上年末常住人口', 'residents a year before', 'persons');
      const before = reportedPersons('resident-population', year - 1, area);
      return inputOf(before.value, '上年末常住人口', 'residents a year before', 'persons', before.source);
    },
    births: () =>
      inputOf(
        isBase ? indices.reduce((sum, index) => sum + baseline.births[index]!, 0) : missing('not-reported', 'births'),
        '出生人数',
        'births',
        'persons',
        derived,
      ),
    deaths: () =>
      start === undefined
        ? notSupplied('死亡人数', 'deaths', 'persons')
        : inputOf(counted(start.deaths, 1, 0), '死亡人数', 'deaths', 'persons', start.source),
    netMigration: () => absent('净迁入', 'net migration', 'persons'),
    totalFertility: () =>
      inputOf(
        !isBase
          ? missing('not-reported', 'total-fertility-rate')
          : area === pack.info.city
            ? baseline.cityTotalFertility
            : baseline.totalFertility[indices[0]!]!,
        '总和生育率(间接标准化)',
        'total fertility (indirect standardisation)',
        'children-per-woman',
        derived,
      ),
    sexRatioAtBirth: () =>
      start === undefined
        ? notSupplied('出生人口性别比', 'sex ratio at birth', 'per-100-females')
        : inputOf(
            ratio(counted(start.births, 2, MALE), counted(start.births, 2, FEMALE), 100),
            '出生人口性别比',
            'sex ratio at birth',
            'per-100-females',
            start.source,
          ),
    lifeExpectancy: () => absent('人均预期寿命', 'life expectancy', 'years'),
    urbanPersons: () => inputOf(variable('urban-population'), '城镇人口', 'urban residents', 'persons', tables),
    urbanByGrowth: () => inputOf(variable('urban-population'), '城镇人口', 'urban residents', 'persons', tables),
    registered: (from = 0, to = OPEN_AGE, sex) => {
      const counted = personsInput(registered(), 'registered', from, to, sex);
      if (from > 0 || to < OPEN_AGE || sex !== undefined) return counted;
      const reported = reportedPersons('registered-population', year, area);
      if (typeof reported.value === 'number') return { ...counted, ...reported };
      return { ...counted, value: variable('registered-population'), source: tables };
    },
    scheduled: (id, of = 'resident') =>
      scheduledInput(
        pack,
        ofProvince ? [area] : baseline.counties,
        of === 'resident' ? snapshot : registered(),
        id,
        of,
      ),
    comparisonPersons: () => {
      const province = pack.info.province;
      const there = baseline.comparison.get(year);
      if (province === undefined) return notSupplied('全省常住人口', "the province's residents", 'persons');
      if (there !== undefined)
        return inputOf(sumCounts(there.counts), '全省常住人口', "the province's residents", 'persons', there.source);
      const plain = reportedPersons('resident-population', year, province);
      return inputOf(plain.value, '全省常住人口', "the province's residents", 'persons', plain.source);
    },
    variable: (name) => inputOf(variable(name), name, name, 'none', tables),
    landArea: () =>
      inputOf(
        findArea(pack, area)?.landArea ?? missing('not-reported', 'land area'),
        '土地面积',
        'land area',
        'square-km',
      ),
  };
}

import { AGES, AREA_CELLS, SEXES, cell, isMissing, sumCounts } from '#base';
import type { Pack } from '#plan';
import { getIndicator, valuesFor } from '#plan';
import type { Baseline } from '#projection';
import { prepareBaseline, runScenario } from '#projection';

export const FIRST_YEAR = 2010;
export const CENSUS_YEAR = 2020;
export const LAST_YEAR = 2026;

/** What a district has on 1 November of a year, persons and households of the real city. */
export interface DistrictTargets {
  readonly residents: number;
  readonly homes: number;
  readonly onePersonHomes: number;
  readonly collectiveResidents: number;
  /** Residents whose hukou is in another township of the district. */
  readonly fromSameDistrict: number;
  /** Residents whose hukou is elsewhere in the province, other districts of the city included. */
  readonly fromProvince: number;
  readonly fromOtherProvinces: number;
  readonly urbanShare: number;
}

/** What the city is held to. Counts are at full size; `scale` is applied by who uses them. */
export interface Targets {
  readonly districts: readonly string[];
  /** Residents by district x sex x single age on 1 November; the years between the censuses are left to the lives. */
  readonly residents: ReadonlyMap<number, Float64Array>;
  /** Survivorship of a census year by sex x age at its end (2 x 101). */
  survival(year: number): Float64Array;
  /** Births of a census year by district. */
  births(year: number): readonly number[];
  /** Boys among births. */
  readonly boys: number;
  /** Births per woman by district x age: the shape of who bears. */
  readonly fertility: Float64Array;
  /** Persons with hukou in the city, and in each district at the first census. */
  registered(year: number): number;
  readonly registeredByDistrict: readonly number[];
  district(index: number, year: number): DistrictTargets;
  readonly minorityShare: readonly number[];
  /** Persons by level of schooling among residents aged 6 and over at the censuses: rows of `LEVELS`. */
  readonly schooling: (district: number, year: number) => readonly number[];
}

/** Levels of schooling as the census groups them. */
export const LEVELS = [
  'no-schooling',
  'primary',
  'junior-secondary',
  'senior-secondary',
  'college',
  'university',
] as const;

/** Reads what a pack says of its city 2010-2025: censuses, published totals, and its reference scenario after them. */
export function cityTargets(pack: Pack): Targets {
  const baseline = prepareBaseline(pack);
  const scenario = pack.scenarios.find(({ id }) => id === pack.info.scenario)!;
  const projection = runScenario(baseline, scenario, { until: LAST_YEAR });
  const residents = new Map([[FIRST_YEAR, baseline.censuses.get(FIRST_YEAR)!.counts]]);
  projection.years.forEach((year, i) => residents.set(year, projection.populations[i]!));
  const { lifeExpectancy } = pack.baseline.info.parameters;
  const [first, last] = [lifeExpectancy[0]!, lifeExpectancy.at(-1)!];
  const schedules = new Map<number, Float64Array>();
  const survival = (year: number): Float64Array => {
    const found = schedules.get(year) ?? new Float64Array(AREA_CELLS);
    if (!schedules.has(year)) {
      const lived = first.value + ((last.value - first.value) * (year - first.at)) / (last.at - first.at);
      baseline.mortality(year > CENSUS_YEAR ? projection.used.get(year)!.lifeExpectancy : lived, 1.1, found);
      schedules.set(year, found);
    }
    return found;
  };
  const decade = decadeBirths(baseline, residents.get(CENSUS_YEAR)!, survival);
  const births = (year: number): readonly number[] =>
    year <= CENSUS_YEAR
      ? decade[year - FIRST_YEAR - 1]!
      : baseline.counties.map((_, area) => {
          const flow = projection.flows[year - CENSUS_YEAR - 1]!.births;
          return flow[area * 2]! + flow[area * 2 + 1]!;
        });
  const variable = (area: string, year: number, name: string): number => {
    const value = baseline.variable(area, year, name);
    if (isMissing(value)) throw new Error(`the pack has no ${name} of ${area} in ${year}`);
    return value;
  };
  const between = (year: number, value: (census: number) => number): number => {
    const k = (year - FIRST_YEAR) / (CENSUS_YEAR - FIRST_YEAR);
    const a = value(FIRST_YEAR);
    const b = value(CENSUS_YEAR);
    // After the last census the trend goes on at half its pace.
    return Math.max(0, a + (b - a) * (k <= 1 ? k : 1 + (k - 1) / 2));
  };
  const known = new Map<number, DistrictTargets>();
  const districtTargets = (index: number, year: number): DistrictTargets => {
    const code = baseline.counties[index]!;
    const now = residents.get(year);
    const share = (name: string): number =>
      between(year, (census) => variable(code, census, name) / variable(code, census, 'total-population'));
    const total =
      now === undefined
        ? between(year, (census) => variable(code, census, 'total-population'))
        : sumCounts(now, { areas: [index] });
    const homes = total * share('households');
    return {
      residents: total,
      homes,
      onePersonHomes: homes * Math.min(0.6, share('one-person-households') / share('households')),
      collectiveResidents: total * Math.max(0.005, 1 - share('household-population')),
      fromSameDistrict: total * share('inflow-same-county'),
      fromProvince: total * share('inflow-same-province'),
      fromOtherProvinces: total * share('inflow-other-province'),
      urbanShare: Math.min(0.97, share('urban-population')),
    };
  };
  return {
    districts: baseline.counties,
    residents,
    survival,
    births,
    boys: 0.5263,
    fertility: baseline.fertility,
    registered: registeredTotals(pack),
    registeredByDistrict: baseline.counties.map((code) => variable(code, FIRST_YEAR, 'registered-population')),
    minorityShare: baseline.counties.map((code) => variable(code, CENSUS_YEAR, 'minority-percent') / 100),
    schooling: (district, year) => LEVELS.map((level) => variable(baseline.counties[district]!, year, level)),
    district(index, year) {
      const key = year * 100 + index;
      const found = known.get(key) ?? districtTargets(index, year);
      known.set(key, found);
      return found;
    },
  };
}

/**
 * Births of the census years 2011-2020 by district: the children counted in 2020 revived by survivorship (age 0 over the
 * census's coverage), spread over the districts by their women and fertility. Children who left are not added.
 */
function decadeBirths(
  baseline: Baseline,
  counted: Float64Array,
  survival: (year: number) => Float64Array,
): readonly (readonly number[])[] {
  const coverage = baseline.pack.baseline.info.parameters.ageZeroCoverage.value;
  const before = baseline.censuses.get(FIRST_YEAR)!.counts;
  return Array.from({ length: CENSUS_YEAR - FIRST_YEAR }, (_, i) => {
    const year = FIRST_YEAR + 1 + i;
    const age = CENSUS_YEAR - year;
    let born = 0;
    SEXES.forEach((_sex, sex) => {
      let alive = 1;
      for (let a = 0; a <= age; a++) alive *= survival(year + a)[sex * AGES + a]!;
      born += sumCounts(counted, { sex: SEXES[sex]!, from: age, to: age }) / alive / (age === 0 ? coverage : 1);
    });
    const k = (year - FIRST_YEAR) / (CENSUS_YEAR - FIRST_YEAR);
    const expected = baseline.counties.map((_area, area) => {
      let sum = 0;
      for (let a = 15; a < 50; a++) {
        const women = (1 - k) * before[cell(area, 0, a)]! + k * counted[cell(area, 0, a)]!;
        sum += women * baseline.fertility[area * AGES + a]!;
      }
      return sum;
    });
    const total = expected.reduce((a, b) => a + b, 0);
    return expected.map((value) => (born * value) / total);
  });
}

/** Persons with hukou in the city by year: published totals, straight lines between them, the last one kept after. */
function registeredTotals(pack: Pack): (year: number) => number {
  const indicator = getIndicator(pack, 'registered-population');
  const known = valuesFor(pack, indicator, pack.info.city, ['observed', 'baseline'])
    .map(({ at, value }) => ({ at, value: value * 10_000 }))
    .toSorted((a, b) => a.at - b.at);
  return (year) => {
    const after = known.findIndex(({ at }) => at >= year);
    if (after < 0) return known.at(-1)!.value;
    const right = known[after]!;
    const left = known[Math.max(0, after - 1)]!;
    return left.at === right.at
      ? right.value
      : left.value + ((right.value - left.value) * (year - left.at)) / (right.at - left.at);
  };
}

/** Cells of a district: offset of its block in an area-major array. */
export const block = (district: number): number => district * AREA_CELLS;

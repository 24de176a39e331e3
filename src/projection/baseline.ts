import type { AreaCode, Missing, Population } from '#base';
import { AGES, AREA_CELLS, FEMALE, SEXES, ageCounts, areaIndices, cell, missing, sumCounts } from '#base';
import type { StandingFlows } from '#demography';
import {
  FIRST_FERTILE_AGE,
  LAST_FERTILE_AGE,
  annualByAge,
  censusNetMigration,
  childNetMigration,
  churnBetween,
  estimateFlows,
  fertilityPattern,
  indirectTotalFertility,
  mixSchedules,
  rogersCastro,
} from '#demography';
import type { Pack } from '#plan';
import { countiesOf } from '#plan';
import { censusPopulation, censusYears } from './census.ts';
import type { MortalityModel } from './mortality-model.ts';
import { mortalityModel } from './mortality-model.ts';
import { startPopulation } from './start.ts';
import { lifeExpectancyGaps, statedMigration } from './stated-levels.ts';

/** Everything that projections of a pack start from; made once per pack. */
export interface Baseline {
  readonly pack: Pack;
  readonly counties: readonly AreaCode[];
  /** Census populations of the counties by year, and the pack's own start if it has one; the last is the base of projections. */
  readonly censuses: ReadonlyMap<number, Population>;
  readonly base: Population;
  readonly baseYear: number;
  /** Census populations of the comparison area (province) by year. */
  readonly comparison: ReadonlyMap<number, Population>;
  /** Births of the twelve months before the base by county, from persons aged 0 (estimated) or as the pack's start counted them. */
  readonly births: readonly number[];
  /** Total fertility by county, children per woman (estimated, indirect). */
  readonly totalFertility: readonly number[];
  /** The counties together. */
  readonly cityTotalFertility: number;
  /** Births per woman by county and age: areas x 101. */
  readonly fertility: Float64Array;
  readonly mortality: MortalityModel;
  /** Years by which the counties' life expectancies lie above the city's; 0 where none is stated. */
  readonly lifeExpectancyGaps: readonly number[];
  /** Net migrants 2010-2020 (between the last two censuses) by county, sex, age at the second; 0 where there is one census only. */
  readonly decadeMigration: Float64Array;
  /** Standing flows between the counties and with the outside (estimated). */
  readonly flows: StandingFlows;
  /** A census table's number for an area. */
  variable(area: AreaCode, year: number, name: string): number | Missing;
}

/** Derives populations, rates and migration from a pack's tables. */
export function prepareBaseline(pack: Pack): Baseline {
  const counties = countiesOf(pack).map((area) => area.code);
  const censuses = new Map(
    censusYears(pack, counties[0]!).map((year) => [year, censusPopulation(pack, year, counties)]),
  );
  const [censusYear, previousYear] = [...censuses.keys()].toReversed() as [number, number | undefined];
  const census = censuses.get(censusYear)!;
  const { start } = pack.baseline;
  const base = start === undefined ? census : startPopulation(start, counties, 'resident');
  const baseYear = start?.year ?? censusYear;
  censuses.set(baseYear, base);
  const province = pack.info.province;
  const comparison =
    province === undefined
      ? new Map<number, Population>()
      : new Map(censusYears(pack, province).map((year) => [year, censusPopulation(pack, year, [province])]));
  const variables = new Map(
    pack.baseline.areaVariables.map((row) => [`${row.area} ${row.year} ${row.variable}`, row.value]),
  );
  const variable = (area: AreaCode, year: number, name: string): number | Missing =>
    variables.get(`${area} ${year} ${name}`) ??
    missing(year === start?.year ? 'not-in-register' : 'not-reported', name);
  const mortality = mortalityModel(pack, censusYear);
  const coverage = pack.baseline.info.parameters.ageZeroCoverage.value;
  const censusBirths = counties.map(
    (_, area) => sumCounts(census.counts, { areas: [area], from: 0, to: 0 }) / coverage,
  );
  const births =
    start === undefined ? censusBirths : counties.map((code) => sumOfPair(start.births, start.areas.indexOf(code)));
  const ofCensus: Baseline['variable'] = (area, _, name) => variable(area, censusYear, name);
  const bearing = counties.map(
    (_, area) =>
      sumCounts(base.counts, { areas: [area], sex: 'female', from: FIRST_FERTILE_AGE, to: LAST_FERTILE_AGE }) > 0,
  );
  const { totalFertility, cityTotalFertility, fertility } = censusFertility(
    pack,
    // A register of part of the city: fertility elsewhere is the census'.
    {
      ...base,
      counts: base.counts.map((persons, i) => (bearing[Math.floor(i / AREA_CELLS)]! ? persons : census.counts[i]!)),
    },
    births.map((count, area) => (bearing[area]! ? count : censusBirths[area]!)),
    ofCensus,
  );
  const before = previousYear === undefined ? undefined : censuses.get(previousYear)!;
  const decadeMigration =
    before === undefined
      ? new Float64Array(base.counts.length)
      : decadeNetMigration(before, census, decadeSurvival(pack, previousYear!, censusYear));
  return {
    pack,
    counties,
    censuses,
    base,
    baseYear,
    comparison,
    births,
    totalFertility,
    cityTotalFertility,
    fertility,
    mortality,
    lifeExpectancyGaps: lifeExpectancyGaps(base, censusYear, variable),
    decadeMigration,
    flows: standingFlows(pack, before ?? census, census, decadeMigration, variable),
    variable,
  };
}

/** Girls and boys of an area. */
const sumOfPair = (pairs: readonly number[], area: number): number =>
  (pairs[2 * area] ?? 0) + (pairs[2 * area + 1] ?? 0);

/** What a census says of fertility. */
export interface CensusFertility {
  /** Total fertility by county, children per woman. */
  readonly totalFertility: readonly number[];
  /** The counties together. */
  readonly cityTotalFertility: number;
  /** Births per woman by county and age: areas x 101. */
  readonly fertility: Float64Array;
}

/** Fertility of counties: as stated, or from the births of a census year by indirect standardisation on the schedules by residence. */
export function censusFertility(
  pack: Pack,
  census: Population,
  births: readonly number[],
  variable: Baseline['variable'],
): CensusFertility {
  const year = Number(census.date.slice(0, 4));
  const fertility = new Float64Array(census.areas.length * AGES);
  const totalFertility = census.areas.map((code, area) => {
    const schedule = residenceMix(pack, code, year, variable);
    const stated = variable(code, year, 'total-fertility-rate');
    const women = ageCounts(census.counts, 'female', [area]);
    const total = typeof stated === 'number' ? stated : indirectTotalFertility(births[area]!, women, schedule);
    fertilityPattern(schedule).forEach((share, age) => (fertility[area * AGES + age] = share * total));
    return total;
  });
  return { totalFertility, cityTotalFertility: totalFertilityOf(census, fertility), fertility };
}

/** Total fertility of areas together: their births at each age over their women at that age. */
function totalFertilityOf(base: Population, fertility: Float64Array): number {
  let sum = 0;
  for (let age = 0; age < AGES; age++) {
    let women = 0;
    let births = 0;
    for (let area = 0; area < base.areas.length; area++) {
      const there = base.counts[cell(area, FEMALE, age)]!;
      women += there;
      births += there * fertility[area * AGES + age]!;
    }
    if (women > 0) sum += births / women;
  }
  return sum;
}

/**
 * Fertility schedule of a county: the nation's by residence, weighted by its city, town and rural residents. Where the
 * census gives city residents (城区人口) for the whole city only, they are laid on its districts by urban residents:
 * counties proper have towns (GB/T 2260: districts end in 01-20).
 */
function residenceMix(pack: Pack, code: AreaCode, year: number, variable: Baseline['variable']): Float64Array {
  const value = (name: string, area = code): number => {
    const found = variable(area, year, name);
    return typeof found === 'number' ? found : 0;
  };
  const total = value('total-population');
  const urban = value('urban-population');
  const districts = countiesOf(pack)
    .map((area) => area.code)
    .filter(isDistrict);
  const urbanOfDistricts = districts.reduce((sum, district) => sum + value('urban-population', district), 0);
  const cityOfDistricts = value('city-proper-population', pack.info.city) / Math.max(1, urbanOfDistricts);
  const own = value('city-proper-population');
  const city = Math.min(urban, own > 0 ? own : isDistrict(code) ? urban * cityOfDistricts : 0);
  const schedule = (residence: string): Float64Array => {
    const rates = new Float64Array(AGES);
    for (const row of pack.baseline.fertility) if (row.residence === residence) rates[row.age] = row.rate;
    return rates;
  };
  return mixSchedules(['city', 'town', 'rural'].map(schedule), [city, urban - city, total - urban]);
}

const isDistrict = (code: AreaCode): boolean => Number(code.slice(4, 6)) <= 20;

/** One-year survivorship ratios between two censuses: the model at the mean of the two life expectancies. */
function decadeSurvival(pack: Pack, previousYear: number, baseYear: number): Float64Array {
  const { lifeExpectancy } = pack.baseline.info.parameters;
  const at = (year: number): number => {
    const entry = lifeExpectancy.find((value) => value.at === year) ?? lifeExpectancy.at(-1)!;
    return entry.value;
  };
  const sexRatio = 1.1;
  const ratios = (year: number): Float64Array => {
    const survival = new Float64Array(AREA_CELLS);
    mortalityModel(pack, year)(at(year), sexRatio, survival);
    return survival;
  };
  const after = ratios(baseYear);
  return ratios(previousYear).map((ratio, i) => (ratio + after[i]!) / 2);
}

/** Net migrants of the decade by county, sex and age at the second census, children born in between included. */
function decadeNetMigration(before: Population, after: Population, survival: Float64Array): Float64Array {
  const decade = new Float64Array(after.counts.length);
  after.areas.forEach((_, area) => {
    SEXES.forEach((_sex, s) => {
      const slice = (counts: Float64Array): Float64Array => counts.subarray(cell(area, s, 0), cell(area, s, AGES));
      decade.set(
        censusNetMigration({
          before: slice(before.counts),
          after: slice(after.counts),
          survival: survival.subarray(s * AGES, (s + 1) * AGES),
        }),
        cell(area, s, 0),
      );
    });
    const women = ageCounts(after.counts, 'female', [area]);
    const womenMigrants = ageCounts(decade, 'female', [area]);
    const persons = (from: number, to: number): number => sumCounts(after.counts, { areas: [area], from, to });
    const children = childNetMigration({ under5: persons(0, 4), from5to9: persons(5, 9) }, women, womenMigrants);
    for (let age = 0; age < 10; age++)
      for (let s = 0; s < 2; s++) decade[cell(area, s, age)] = (age < 5 ? children.under5 : children.from5to9) / 10;
  });
  return decade;
}

/**
 * The decade's net migration (or what is stated in its place) and the turnover of those living away from their registration as yearly flows:
 * each year one in `migrantStay` of them arrives and one leaves, and of those from the same province a part comes from the city's other counties.
 */
function standingFlows(
  pack: Pack,
  before: Population,
  after: Population,
  decade: Float64Array,
  variable: Baseline['variable'],
): StandingFlows {
  const model = rogersCastro();
  const year = Number(after.date.slice(0, 4));
  const annual = new Float64Array(decade.length);
  for (let block = 0; block < decade.length; block += AGES)
    annual.set(annualByAge(decade.subarray(block, block + AGES), model), block);
  const { migrantStay, migrantsFromSameCity, migrantsOfProvince, migrantsFromOutside } = pack.baseline.info.parameters;
  const residents = after.areas.map((_, area) => sumCounts(after.counts, { areas: [area] }));
  const stock = (name: string, share = 0): number[] =>
    after.areas.map((code, area) => {
      const value = variable(code, year, name);
      return typeof value === 'number' ? value : share * residents[area]!;
    });
  const fromProvince = stock('inflow-same-province', migrantsOfProvince?.value);
  const fromOutside = stock('inflow-other-province', migrantsFromOutside?.value);
  const within = fromProvince.map((persons) => migrantsFromSameCity.value * persons);
  const settled = fromProvince.map((persons, area) => persons + fromOutside[area]!);
  return estimateFlows({
    net: statedMigration(after, year, variable, model) ?? annual,
    exposure: after.counts.map((persons, i) => (persons + before.counts[i]!) / 2),
    churn: churnBetween(
      within.map((persons) => persons / migrantStay.value),
      settled.map((persons, area) => (persons - within[area]!) / migrantStay.value),
      residents,
    ),
    model,
    settlementByArea: shares(settled.some((persons) => persons > 0) ? settled : residents),
  });
}

const shares = (persons: readonly number[]): number[] => {
  const total = persons.reduce((a, b) => a + b, 0);
  return persons.map((count) => count / total);
};

/** Indices of the counties that make up an area of a pack's populations. */
export const indicesOf = (baseline: Baseline, area: AreaCode): readonly number[] =>
  area === baseline.pack.info.city
    ? baseline.counties.map((_, index) => index)
    : areaIndices(baseline.counties, [area]);

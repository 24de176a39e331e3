import type { AreaCode, Missing, Sex } from '#base';
import { AGES, FEMALE, MALE, OPEN_AGE, ageCounts, cell, missing, sumCounts } from '#base';
import { findArea } from '#plan';
import type { Baseline, ProjectedYear } from '#projection';
import { indicesOf, shiftUrbanShares, urbanByGrowth } from '#projection';
import type { Asker } from './formula.ts';
import { scheduledSum } from './scheduled.ts';

/** Answers formulas about one area of whatever projected year it looks at; made once, it may look at many. */
export interface ProjectedAsker {
  readonly ask: Asker;
  look(year: ProjectedYear): void;
}

/**
 * The numbers of projected years, without words or sources: of a scenario or of one trajectory of many. Persons come from sums over ages that
 * are made once a year. `registered` tells the registered population of the counties at the end of a year, where it is carried on beside.
 */
export function projectedAsker(
  baseline: Baseline,
  area: AreaCode,
  registered: (year: number) => Float64Array | undefined = () => undefined,
): ProjectedAsker {
  const { pack } = baseline;
  const indices = indicesOf(baseline, area);
  const isCity = area === pack.info.city;
  /** Persons younger than each age, women and men. */
  const younger = [new Float64Array(AGES + 1), new Float64Array(AGES + 1)] as const;
  const urbanShares = baseUrbanShares(baseline);
  let year: ProjectedYear;
  let summed = false;

  const sumAges = (): void => {
    for (const sex of [FEMALE, MALE] as const) {
      const sums = younger[sex].fill(0);
      for (const index of indices)
        for (let age = 0, i = cell(index, sex, 0); age < AGES; age++, i++) sums[age + 1]! += year.end[i]!;
      for (let age = 0; age < AGES; age++) sums[age + 1]! += sums[age]!;
    }
    summed = true;
  };
  const persons = (from = 0, to = OPEN_AGE, sex?: Sex): number => {
    if (!summed) sumAges();
    const women = sex === 'male' ? 0 : younger[FEMALE][to + 1]! - younger[FEMALE][from]!;
    return sex === 'female' ? women : women + younger[MALE][to + 1]! - younger[MALE][from]!;
  };
  const total = (counts: Float64Array): number => sumCounts(counts, { areas: indices });
  const ofCity = (value: number): number | Missing => (isCity ? value : missing('area-not-covered'));
  const landArea = findArea(pack, area)?.landArea ?? missing('not-reported', 'land area');
  const ask: Asker = {
    persons,
    ages: () => {
      const men = ageCounts(year.end, 'male', indices);
      return Array.from(ageCounts(year.end, 'female', indices), (women, age) => women + men[age]!);
    },
    personsBefore: () => total(year.start),
    births: () => birthsOf(year, indices),
    deaths: () => total(year.deaths),
    netMigration: () => (isCity ? year.used.netMigration : total(year.arrivals) - total(year.departures)),
    totalFertility: () => (isCity ? year.used.fertility : areaFertility(baseline, year, indices[0]!)),
    sexRatioAtBirth: () => ofCity(year.used.sexRatioAtBirth),
    lifeExpectancy: () => ofCity(year.used.lifeExpectancy),
    urbanPersons: () => {
      if (urbanShares === undefined) return missing('input-missing', 'urban-population');
      const populations = baseline.counties.map((_, index) => sumCounts(year.end, { areas: [index] }));
      const moved = shiftUrbanShares(urbanShares, populations, year.used.urbanShare / 100);
      return indices.reduce((sum, index) => sum + moved[index]! * populations[index]!, 0);
    },
    urbanByGrowth: () => urbanByGrowth(baseline, year.end, year.year, indices),
    registered: (from = 0, to = OPEN_AGE, sex) => {
      const counts = registered(year.year);
      if (counts === undefined) return missing('input-missing', 'registered.yaml');
      return sumCounts(counts, { areas: indices, from, to, ...(sex === undefined ? {} : { sex }) });
    },
    scheduled: (id, of = 'resident') => {
      const counts = of === 'resident' ? year.end : registered(year.year);
      if (counts === undefined) return missing('input-missing', 'registered.yaml');
      return scheduledSum(pack, id, { area, year: year.year, codes: baseline.counties, indices, counts });
    },
    comparisonPersons: () => missing('input-missing', "the province's residents"),
    variable: (name) => missing('input-missing', name),
    landArea: () => landArea,
  };
  return {
    ask,
    look: (next) => {
      year = next;
      summed = false;
    },
  };
}

const birthsOf = ({ births }: ProjectedYear, indices: readonly number[]): number =>
  indices.reduce((sum, index) => sum + births[index * 2 + FEMALE]! + births[index * 2 + MALE]!, 0);

/** A county's total fertility in a projected year: its births over those that its schedule of the base year would have given. */
function areaFertility(baseline: Baseline, year: ProjectedYear, area: number): number {
  const { start, end, arrivals, departures } = year;
  let expected = 0;
  for (let age = 1; age < AGES; age++) {
    const i = cell(area, FEMALE, age);
    const survivors = end[i]! - arrivals[i]! + departures[i]!;
    expected += baseline.fertility[area * AGES + age]! * 0.5 * (start[i]! + survivors);
  }
  return (baseline.totalFertility[area]! * birthsOf(year, [area])) / expected;
}

/** Each county's urban share at the census, 0..1, or undefined where one is not known. */
function baseUrbanShares(baseline: Baseline): readonly number[] | undefined {
  const { counties, baseYear } = baseline;
  const shares = counties.map((code) => {
    const urban = baseline.variable(code, baseYear, 'urban-population');
    const total = baseline.variable(code, baseYear, 'total-population');
    return typeof urban === 'number' && typeof total === 'number' ? urban / total : Number.NaN;
  });
  return shares.some(Number.isNaN) ? undefined : shares;
}

import type { Random } from '#base';
import { AGES, exp, random } from '#base';
import type { MigrationControl, QuantileBounds } from '#demography';
import { betweenBounds, shockOf, valueAtDeviate } from '#demography';
import type { UncertaintyFile } from '#plan';
import type { Baseline } from './baseline.ts';
import type { PlannedYear } from './planned-years.ts';

/** Total fertility and life expectancies that no draw leaves, unless the scenario itself does. */
const LEAST_FERTILITY = 0.5;
const LIFE_EXPECTANCY_BOUNDS = [30, 105] as const;

/** Each source of uncertainty draws from a stream of its own, so that more years or another source leave the rest as it was. */
const STREAMS = {
  base: 1,
  fertility: 2,
  localFertility: 3,
  lifeExpectancy: 4,
  localLifeExpectancy: 5,
  netMigration: 6,
  intensity: 7,
  totals: 8,
};

/** What a trajectory has in a year instead of the scenario's plan. One object for all years; arrays are by county. */
export interface CourseYear {
  fertility: number;
  /** Both sexes, city, years. */
  lifeExpectancy: number;
  /** Strength of all standing flows, the counties' own part apart. */
  redistribution: number;
  control: MigrationControl;
  readonly areaTotals: Map<number, number>;
  readonly fertilityFactors: Float64Array;
  readonly lifeExpectancies: Float64Array;
  readonly intensity: Float64Array;
}

/** Draws the courses of trajectories, one after another and year by year. */
export interface Courses {
  /** Starts a trajectory: writes its base population. */
  begin(trajectory: number, base: Float64Array): void;
  /** Draws its next year into `now`; the years come in order. */
  next(planned: PlannedYear): void;
  readonly now: CourseYear;
}

/**
 * Courses by a pack's uncertainty (docs/methods/uncertainty.md). The nation's place in its interval is an AR(1) standard normal; the city departs from the
 * nation and each county from the city by AR(1) of their own (Ševčíková, Raftery & Gerland 2018; Ševčíková & Raftery 2021). A scenario's own path stands
 * where all deviations are 0.
 */
export function drawCourses(baseline: Baseline, uncertainty: UncertaintyFile, seed: number): Courses {
  const { counties, base } = baseline;
  const areas = counties.length;
  const residents = base.counts.reduce((a, b) => a + b, 0);
  const now: CourseYear = {
    fertility: 0,
    lifeExpectancy: 0,
    redistribution: 0,
    control: { net: 0 },
    areaTotals: new Map(),
    fertilityFactors: new Float64Array(areas),
    lifeExpectancies: new Float64Array(areas),
    intensity: new Float64Array(areas),
  };
  const local = { life: new Float64Array(areas), flows: new Float64Array(areas), totals: new Float64Array(areas) };
  const city = { fertility: 0, life: 0, nation: 0, nationLife: 0, migration: 0, flows: 0, total: 0 };
  let draws: Record<keyof typeof STREAMS, Random>;
  let first = true;
  const boundsOf = remembered((year) => nationalBounds(uncertainty, year));

  /** An AR(1) of lasting deviation 1, which starts anywhere. */
  const standard = (before: number, persistence: number, draw: number): number =>
    first ? draw : persistence * before + shockOf(persistence, 1) * draw;

  return {
    now,
    begin(trajectory, out) {
      draws = Object.fromEntries(
        Object.entries(STREAMS).map(([name, stream]) => [name, random(seed, trajectory, stream)]),
      ) as typeof draws;
      first = true;
      for (const key of Object.keys(city) as (keyof typeof city)[]) city[key] = 0;
      now.fertilityFactors.fill(1);
      for (const deviations of Object.values(local)) deviations.fill(0);
      drawBase(uncertainty, base.counts, areas, draws.base, out);
    },
    next(planned) {
      const { fertility, lifeExpectancy, netMigration, migrationIntensity, publishedTotals } = uncertainty;
      const bounds = boundsOf(planned.year);

      city.nation = standard(city.nation, fertility.persistence.value, draws.fertility.normal());
      const own = fertility.local;
      city.fertility = own.persistence * city.fertility + own.deviation * draws.localFertility.normal();
      const nation = valueAtDeviate(bounds.fertility, city.nation) / bounds.fertility.median;
      now.fertility = Math.max(
        Math.min(LEAST_FERTILITY, planned.fertility),
        planned.fertility * nation * (1 + city.fertility),
      );

      city.nationLife = standard(city.nationLife, lifeExpectancy.persistence.value, draws.lifeExpectancy.normal());
      const nationLife = valueAtDeviate(bounds.lifeExpectancy, city.nationLife);
      const { persistence, variance, slope, from } = lifeExpectancy.local;
      const shock = Math.sqrt(variance + slope * Math.min(0, nationLife - from));
      city.life = persistence * city.life + shock * draws.localLifeExpectancy.normal();
      now.lifeExpectancy = planned.lifeExpectancy + (nationLife - bounds.lifeExpectancy.median) + city.life;

      city.flows = standard(city.flows, migrationIntensity.persistence, draws.intensity.normal());
      now.redistribution = planned.redistribution * exp(migrationIntensity.common * city.flows);
      city.migration = standard(city.migration, netMigration.persistence, draws.netMigration.normal());
      const published = planned.published ? 1 : 0;
      city.total += publishedTotals.city * draws.totals.normal();
      now.control =
        planned.total === undefined
          ? { net: planned.netMigration + (netMigration.deviation / 1000) * residents * city.migration }
          : { total: planned.total * (1 + (published * city.total) / 100) };

      now.areaTotals.clear();
      for (let area = 0; area < areas; area++) {
        const factor = now.fertilityFactors[area]! - 1;
        now.fertilityFactors[area] = 1 + own.persistence * factor + own.deviation * draws.localFertility.normal();
        local.life[area] = persistence * local.life[area]! + shock * draws.localLifeExpectancy.normal();
        now.lifeExpectancies[area] = Math.min(
          LIFE_EXPECTANCY_BOUNDS[1],
          Math.max(
            LIFE_EXPECTANCY_BOUNDS[0],
            now.lifeExpectancy + baseline.lifeExpectancyGaps[area]! + local.life[area]!,
          ),
        );
        local.flows[area] = standard(local.flows[area]!, migrationIntensity.persistence, draws.intensity.normal());
        now.intensity[area] = now.redistribution * exp(migrationIntensity.local * local.flows[area]!);
        local.totals[area]! += publishedTotals.counties * draws.totals.normal();
        const total = planned.areaTotals.get(area);
        if (total !== undefined) now.areaTotals.set(area, total * (1 + (city.total + local.totals[area]!) / 100));
      }
      first = false;
    },
  };
}

/** The base population as it may have been: an error of the city, and one of each age group in each county; per cent, as logarithms. */
function drawBase(
  { basePopulation }: UncertaintyFile,
  counts: Float64Array,
  areas: number,
  draw: Random,
  out: Float64Array,
): void {
  const city = exp((basePopulation.city.deviation / 100) * draw.normal());
  for (let i = 0; i < out.length; i++) out[i] = counts[i]! * city;
  for (const { from, to, deviation } of basePopulation.groups)
    for (let area = 0; area < areas; area++) {
      const factor = exp((deviation / 100) * draw.normal());
      for (let sex = 0; sex < 2; sex++)
        for (let age = from; age <= to; age++) out[(area * 2 + sex) * AGES + age]! *= factor;
    }
}

type NationalBounds = Record<'fertility' | 'lifeExpectancy', QuantileBounds>;

/** The nation's bounds in a year: linear between the years given, held beyond them. */
function nationalBounds({ national }: UncertaintyFile, year: number): NationalBounds {
  const after = national.find(({ at }) => at >= year) ?? national.at(-1)!;
  const before = national.findLast(({ at }) => at <= year) ?? national[0]!;
  const weight = after.at > before.at ? (year - before.at) / (after.at - before.at) : 0;
  return {
    fertility: betweenBounds(before.fertility, after.fertility, weight),
    lifeExpectancy: betweenBounds(before.lifeExpectancy, after.lifeExpectancy, weight),
  };
}

function remembered<T>(make: (year: number) => T): (year: number) => T {
  const known = new Map<number, T>();
  return (year) => {
    const value = known.get(year) ?? make(year);
    known.set(year, value);
    return value;
  };
}

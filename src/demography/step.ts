import { AGES, AREA_CELLS, FEMALE, MALE, OPEN_AGE, cell } from '#base';

/** Rates of one year for all areas; arrays are area-major like a Population's counts. */
export interface StepRates {
  /** Survivorship by area, sex and age at the end of the year. */
  readonly survival: Float64Array;
  /** Births per woman by area and age of mother: areas x 101. */
  readonly fertility: Float64Array;
  /** Total fertility rate of all areas together that the schedules are scaled to; left alone when undefined. */
  readonly totalFertility?: number | undefined;
  /** Boys per girl at birth. */
  readonly sexRatioAtBirth: number;
}

/** Writes a year's net migrants per cell into `migrants`, given those expected without migration. */
export type Migrate = (expected: Float64Array, migrants: Float64Array) => void;

/** What one year writes; all arrays are given by the caller. Deaths are by age at the end of the year (infants at 0). */
export interface StepResult {
  readonly end: Float64Array;
  readonly deaths: Float64Array;
  readonly migrants: Float64Array;
  /** Births by area and sex: areas x 2. */
  readonly births: Float64Array;
}

export interface MigrationCut {
  readonly area: number;
  readonly persons: number;
}

/**
 * One year of the cohort-component method with single ages, by the UN's "end" convention since 2022: survive the start
 * population, take births from the mean of start and surviving women, add all net migrants at the end. In every cell
 * P'(x) = P(x−1) − D(x) + M(x), and P'(0) = B − D(0) + M(0). Out-migration that would leave fewer than nobody is cut, and
 * returned. Preston, Heuveline & Guillot 2001, ch. 6; UN WPP 2022 methodology.
 */
export function step(start: Float64Array, rates: StepRates, migrate: Migrate, result: StepResult): MigrationCut[] {
  const { end, deaths, migrants, births } = result;
  const areas = start.length / AREA_CELLS;
  for (let block = 0; block < start.length; block += AGES) {
    for (let age = 1; age < OPEN_AGE; age++) {
      const survivors = start[block + age - 1]! * rates.survival[block + age]!;
      end[block + age] = survivors;
      deaths[block + age] = start[block + age - 1]! - survivors;
    }
    const oldest = start[block + OPEN_AGE - 1]! + start[block + OPEN_AGE]!;
    end[block + OPEN_AGE] = oldest * rates.survival[block + OPEN_AGE]!;
    deaths[block + OPEN_AGE] = oldest - end[block + OPEN_AGE]!;
  }

  const scale = fertilityScale(start, end, rates, areas);
  const girlShare = 1 / (1 + rates.sexRatioAtBirth);
  for (let area = 0; area < areas; area++) {
    const women = cell(area, FEMALE, 0);
    let total = 0;
    for (let age = 1; age < AGES; age++)
      total += rates.fertility[area * AGES + age]! * 0.5 * (start[women + age]! + end[women + age]!);
    total *= scale;
    births[area * 2 + FEMALE] = total * girlShare;
    births[area * 2 + MALE] = total - births[area * 2 + FEMALE]!;
    for (let sex = 0; sex < 2; sex++) {
      const newborn = cell(area, sex, 0);
      end[newborn] = births[area * 2 + sex]! * rates.survival[newborn]!;
      deaths[newborn] = births[area * 2 + sex]! - end[newborn];
    }
  }

  migrants.fill(0);
  migrate(end, migrants);
  const cuts: MigrationCut[] = [];
  for (let area = 0; area < areas; area++) {
    let cut = 0;
    for (let i = cell(area, 0, 0); i < cell(area + 1, 0, 0); i++) {
      if (end[i]! + migrants[i]! < 0) {
        cut -= end[i]! + migrants[i]!;
        migrants[i] = -end[i]!;
        end[i] = 0;
      } else end[i]! += migrants[i]!;
    }
    if (cut > 0) cuts.push({ area, persons: cut });
  }
  return cuts;
}

/** Factor on all schedules that makes the rate of the areas together what is asked for. */
function fertilityScale(start: Float64Array, survivors: Float64Array, rates: StepRates, areas: number): number {
  if (rates.totalFertility === undefined) return 1;
  let current = 0;
  for (let age = 1; age < AGES; age++) {
    let women = 0;
    let births = 0;
    for (let area = 0; area < areas; area++) {
      const rate = rates.fertility[area * AGES + age]!;
      const exposure = start[cell(area, FEMALE, age)]! + survivors[cell(area, FEMALE, age)]!;
      women += exposure;
      births += rate * exposure;
    }
    if (women > 0) current += births / women;
  }
  return current > 0 ? rates.totalFertility / current : 0;
}

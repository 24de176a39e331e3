import { FEMALE, MALE } from '#base';

/**
 * Rates of one step for all areas; arrays are area-major like a Population's counts. The number of ages (or age groups) is whatever the
 * arrays hold; the last is open.
 */
export interface StepRates {
  /** Survivorship by area, sex and age at the end of the step. */
  readonly survival: Float64Array;
  /** Births per woman and year by area and age of mother: areas x ages. */
  readonly fertility: Float64Array;
  /** Total fertility rate of all areas together that the schedules are scaled to; left alone when undefined. */
  readonly totalFertility?: number | undefined;
  /** Boys per girl at birth. */
  readonly sexRatioAtBirth: number;
  /** Years in the step and in each age group; 1 when left out. */
  readonly width?: number;
}

/** What a step writes of migration: by area, sex and age at its end. */
export interface MigrationFlows {
  readonly arrivals: Float64Array;
  readonly departures: Float64Array;
  /** Persons by area whose departure was asked for and cut, as nobody was left to go. */
  readonly cut: Float64Array;
}

/** Adds a step's arrivals and departures to zeroed arrays, given those expected at its end without migration. */
export type Migrate = (expected: Float64Array, flows: MigrationFlows) => void;

/** What one step writes; all arrays are given by the caller. Deaths are by age at the end of the step (infants at 0). */
export interface StepResult extends MigrationFlows {
  readonly end: Float64Array;
  readonly deaths: Float64Array;
  /** Births by area and sex: areas x 2. */
  readonly births: Float64Array;
}

/**
 * When migrants move and which women bear. `end`: all at the end of the step (the UN's code 9); `even`: half at its start, half at its end
 * (code 0). Births come from the mean of women at the start and `survivors` at the end (UN since 2022), or of the `stocks` at start and end with
 * their migrants (UN until 2012).
 */
export interface StepConvention {
  readonly migration: 'end' | 'even';
  readonly births: 'survivors' | 'stocks';
}

export const UN_2022: StepConvention = { migration: 'end', births: 'survivors' };

/**
 * One step of the cohort-component method: survive the start population, take births, let people move. In every cell
 * P'(x) = P(x−1) − D(x) + I(x) − E(x), and P'(0) = B − D(0) + I(0) − E(0). Departures that would leave fewer than nobody are cut. With the
 * default convention nothing is allocated. Preston, Heuveline & Guillot 2001, ch. 6; UN WPP 2022 methodology.
 */
export function step(
  start: Float64Array,
  rates: StepRates,
  migrate: Migrate,
  result: StepResult,
  { migration, births }: StepConvention = UN_2022,
): void {
  survive(start, rates, result);
  bear(start, rates, result);
  result.arrivals.fill(0);
  result.departures.fill(0);
  result.cut.fill(0);
  migrate(result.end, result);
  if (migration === 'end' && births === 'survivors') return settle(result, 0, Infinity);
  const early = migration === 'even' ? moveHalf(start, result) : undefined;
  survive(early?.population ?? start, rates, result);
  settle(result, 1, Infinity);
  bear(births === 'survivors' ? (early?.population ?? start) : start, rates, result);
  settle(result, 0, 1);
  early?.record();
}

function survive(start: Float64Array, { survival }: StepRates, { end, deaths, births }: StepResult): void {
  const ages = start.length / births.length;
  for (let block = 0; block < start.length; block += ages) {
    const open = block + ages - 1;
    for (let i = block + 1; i < open; i++) {
      const before = start[i - 1]!;
      const survivors = before * survival[i]!;
      end[i] = survivors;
      deaths[i] = before - survivors;
    }
    const oldest = start[open - 1]! + start[open]!;
    end[open] = oldest * survival[open]!;
    deaths[open] = oldest - end[open];
  }
}

/** Births from the mean of women in `start` and in `result.end` at each age, and the newborn who survive. */
function bear(start: Float64Array, rates: StepRates, { end, deaths, births }: StepResult): void {
  const { fertility, survival, width = 1 } = rates;
  const ages = start.length / births.length;
  const fertile = fertileAges(fertility, ages);
  const scale = (width / 2) * fertilityScale(start, end, rates, ages, fertile);
  const girlShare = 1 / (1 + rates.sexRatioAtBirth);
  for (let area = 0; area < births.length / 2; area++) {
    const women = (area * 2 + FEMALE) * ages;
    let total = 0;
    for (let age = fertile.first; age <= fertile.last; age++)
      total += fertility[area * ages + age]! * (start[women + age]! + end[women + age]!);
    total *= scale;
    births[area * 2 + FEMALE] = total * girlShare;
    births[area * 2 + MALE] = total - births[area * 2 + FEMALE]!;
    for (let sex = 0; sex < 2; sex++) {
      const newborn = (area * 2 + sex) * ages;
      end[newborn] = births[area * 2 + sex]! * survival[newborn]!;
      deaths[newborn] = births[area * 2 + sex]! - end[newborn];
    }
  }
}

export interface FertileAges {
  readonly first: number;
  readonly last: number;
}

/** The first and the last age, from 1 on, with a rate in any area; the last is before the first where there is none. */
export function fertileAges(fertility: Float64Array, ages: number): FertileAges {
  let first = ages;
  let last = 0;
  for (let start = 0; start < fertility.length; start += ages) {
    for (let age = 1; age < first; age++) if (fertility[start + age] !== 0) first = age;
    for (let age = ages - 1; age > last; age--) if (fertility[start + age] !== 0) last = age;
  }
  return { first, last };
}

/** Factor on all schedules that makes the rate of the areas together what is asked for. */
function fertilityScale(
  start: Float64Array,
  end: Float64Array,
  rates: StepRates,
  ages: number,
  fertile: FertileAges,
): number {
  const { fertility, totalFertility, width = 1 } = rates;
  if (totalFertility === undefined) return 1;
  let current = 0;
  for (let age = fertile.first; age <= fertile.last; age++) {
    let women = 0;
    let births = 0;
    for (let row = age, i = FEMALE * ages + age; row < fertility.length; row += ages, i += 2 * ages) {
      const exposure = start[i]! + end[i]!;
      women += exposure;
      births += fertility[row]! * exposure;
    }
    if (births > 0) current += births / women;
  }
  return current > 0 ? totalFertility / (width * current) : 0;
}

/** Adds the migrants of ages `from`..`to` − 1 to the survivors; departures of those who are not there are cut. */
function settle({ end, births, arrivals, departures, cut }: StepResult, from: number, to: number): void {
  const ages = end.length / births.length;
  for (let block = 0; block < births.length; block++) {
    const last = block * ages + Math.min(to, ages);
    for (let i = block * ages + from; i < last; i++) {
      const left = end[i]! + arrivals[i]! - departures[i]!;
      if (left < 0) {
        departures[i]! += left;
        cut[block >> 1]! -= left;
        end[i] = 0;
      } else end[i] = left;
    }
  }
}

/**
 * Lets half of the migrants move at the start of the step, and leaves the other half in `result` to be settled at its end. `record` then
 * adds the early half back, by age at the end.
 */
function moveHalf(
  start: Float64Array,
  { arrivals, departures, births, cut }: StepResult,
): { population: Float64Array; record: () => void } {
  const ages = start.length / births.length;
  for (let i = 0; i < start.length; i++) {
    arrivals[i]! /= 2;
    departures[i]! /= 2;
  }
  const [early, earlyArrivals] = [start.slice(), arrivals.slice()];
  const earlyDepartures = departures.map((asked, i) => {
    const there = start[i]! + arrivals[i]!;
    const gone = Math.min(asked, there);
    early[i] = there - gone;
    cut[Math.floor(i / (2 * ages))]! += asked - gone;
    return gone;
  });
  const record = (): void => {
    for (let i = 0; i < start.length; i++) {
      const later = i % ages === ages - 1 ? i : i + 1;
      arrivals[later]! += earlyArrivals[i]!;
      departures[later]! += earlyDepartures[i]!;
    }
  };
  return { population: early, record };
}

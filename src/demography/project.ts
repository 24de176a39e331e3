import type { AreaCode, Population, Selection } from '#base';
import { sumCounts } from '#base';
import type { Migrate, StepConvention, StepRates, StepResult } from './step.ts';
import { step, UN_2022 } from './step.ts';

/** Rates and migration of each year to be projected; index 0 leads from the base to the first year after it. */
export interface YearAssumptions {
  readonly rates: StepRates;
  readonly migrate: Migrate;
}

/** A projection: year-end populations and the flows between them. `flows[i]` leads from `populations[i]` to `[i + 1]`. */
export interface ProjectedPath {
  readonly areas: readonly AreaCode[];
  /** Years of the populations; the first is the base. */
  readonly years: readonly number[];
  readonly populations: readonly Float64Array[];
  readonly flows: readonly YearFlows[];
  readonly cuts: readonly MigrationCut[];
}

/** Flows of one year by area, sex and age at the end of the year; births by area and sex. Arrivals and departures are gross. */
export type YearFlows = Pick<StepResult, 'births' | 'deaths' | 'arrivals' | 'departures'>;

/** Departures of an area in a year that were asked for and cut, as nobody was left to go. */
export interface MigrationCut {
  readonly area: number;
  readonly year: number;
  readonly persons: number;
}

/** Arrivals less departures of a selection, persons. */
export const netMigrants = (flows: Pick<YearFlows, 'arrivals' | 'departures'>, selection?: Selection): number =>
  sumCounts(flows.arrivals, selection) - sumCounts(flows.departures, selection);

/** Zeroed arrays for a step's results, for `areas` areas of `cells` cells in all. */
export const stepResult = (areas: number, cells: number): StepResult => ({
  end: new Float64Array(cells),
  births: new Float64Array(areas * 2),
  deaths: new Float64Array(cells),
  arrivals: new Float64Array(cells),
  departures: new Float64Array(cells),
  cut: new Float64Array(areas),
});

/** Runs the cohort-component steps one after another from a year-end base population. */
export function project(
  base: Population,
  assumptions: readonly YearAssumptions[],
  convention: StepConvention = UN_2022,
): ProjectedPath {
  const years = [Number(base.date.slice(0, 4))];
  const populations = [base.counts];
  const flows: YearFlows[] = [];
  const cuts: MigrationCut[] = [];
  for (const { rates, migrate } of assumptions) {
    const { end, cut, ...flow } = stepResult(base.areas.length, base.counts.length);
    const year = years.at(-1)! + (rates.width ?? 1);
    step(populations.at(-1)!, rates, migrate, { end, cut, ...flow }, convention);
    cut.forEach((persons, area) => persons > 0 && cuts.push({ area, year, persons }));
    years.push(year);
    populations.push(end);
    flows.push(flow);
  }
  return { areas: base.areas, years, populations, flows, cuts };
}

import type { AreaCode, Population } from '#base';
import { AREA_CELLS } from '#base';
import type { Migrate, MigrationCut, StepRates } from './step.ts';
import { step } from './step.ts';

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
  readonly cuts: readonly (MigrationCut & { year: number })[];
}

/** Flows of one year by area, sex and age at the end of the year; births by area and sex. */
export interface YearFlows {
  readonly births: Float64Array;
  readonly deaths: Float64Array;
  readonly migrants: Float64Array;
}

/** Runs the cohort-component steps one after another from a year-end base population. */
export function project(base: Population, assumptions: readonly YearAssumptions[]): ProjectedPath {
  const baseYear = Number(base.date.slice(0, 4));
  const size = base.counts.length;
  const populations = [base.counts];
  const flows: YearFlows[] = [];
  const cuts: (MigrationCut & { year: number })[] = [];
  assumptions.forEach(({ rates, migrate }, index) => {
    const flow = {
      births: new Float64Array((size / AREA_CELLS) * 2),
      deaths: new Float64Array(size),
      migrants: new Float64Array(size),
    };
    const end = new Float64Array(size);
    const year = baseYear + index + 1;
    for (const cut of step(populations[index]!, rates, migrate, { end, ...flow })) cuts.push({ ...cut, year });
    populations.push(end);
    flows.push(flow);
  });
  return { areas: base.areas, years: populations.map((_, index) => baseYear + index), populations, flows, cuts };
}

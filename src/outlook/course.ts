import type { Assumption, Scenario } from '#plan';
import type { Baseline, Changes, Projection } from '#projection';
import { assumptionAt, runScenario } from '#projection';

/** Assumptions that may be solved for. */
export const UNKNOWNS = ['fertility', 'netMigration', 'lifeExpectancy'] as const satisfies readonly Assumption[];
export type Unknown = (typeof UNKNOWNS)[number];

/**
 * How an assumption runs over the years in which it may change: `constant`, the same in each of them; `linear`, in equal steps from
 * its value of the year before to the new one in the last.
 */
export type Shape = 'constant' | 'linear';

/** What a planner means: so many migrants in each year; fertility and life expectancy that get there by the year. */
export const USUAL_SHAPE: Readonly<Record<Unknown, Shape>> = {
  fertility: 'linear',
  netMigration: 'constant',
  lifeExpectancy: 'linear',
};

/** One assumption, the years in which it may change, and how. */
export interface Course {
  readonly unknown: Unknown;
  readonly shape: Shape;
  readonly from: number;
  readonly to: number;
}

/** A course laid over a scenario: what it is without a change, and the changes that give it another value. */
export interface LaidCourse {
  /** The scenario's own: the mean of the years (`constant`) or the last (`linear`). */
  readonly own: number;
  /** True where given population totals decide an assumption on migration in one of the years. */
  readonly closed: boolean;
  /** Changes with the value; years before keep what they had, years after stay as the scenario has them. */
  with(value: number): Changes;
}

/** Lays a course over a scenario and changes that hold already. */
export function layCourse(
  baseline: Baseline,
  scenario: Scenario,
  changes: Changes,
  { unknown, shape, from, to }: Course,
): LaidCourse {
  const { used } = runScenario(baseline, scenario, { until: to, changes });
  const years = [...used.keys()];
  const ahead = years.filter((year) => year >= from);
  const of = (year: number): number => used.get(year)?.[unknown] ?? assumptionAt(scenario, changes, unknown, year);
  const anchor = of(from - 1);
  const pointAt = (year: number, value: number): number => {
    if (year < from) return of(year);
    return shape === 'constant' ? value : anchor + ((value - anchor) * (year - from + 1)) / (to - from + 1);
  };
  return {
    own: shape === 'linear' ? of(to) : ahead.reduce((sum, year) => sum + of(year), 0) / ahead.length,
    closed: unknown === 'netMigration' && ahead.some((year) => used.get(year)!.closed),
    with: (value) => ({
      ...changes,
      [unknown]: { ...changes[unknown], ...Object.fromEntries(years.map((year) => [year, pointAt(year, value)])) },
    }),
  };
}

/** First year whose population total has not been published: what a scenario held to published totals leaves open. */
export function firstOpenYear(baseline: Baseline, scenario: Scenario): number {
  if (scenario.totals?.role !== 'observed') return baseline.baseYear + 1;
  const { used } = runScenario(baseline, scenario, { until: scenario.totals.to });
  return Math.max(baseline.baseYear, ...closedYears(used)) + 1;
}

/** Years of a projection in which a given total decided the migration. */
export const closedYears = (used: Projection['used']): readonly number[] =>
  [...used].filter(([, { closed }]) => closed).map(([year]) => year);

import { AGES } from '#base';
import { valueAt } from '#plan';
import type { Baseline } from './baseline.ts';
import { registeredBase } from './registered-base.ts';
import type { RegisteredFlows } from './registered-year.ts';
import { advanceRegistered, birthsOfRegistered, entering, registeredTotals } from './registered-year.ts';
import type { ProjectedYear, Projection } from './run-scenario.ts';
import { projectedYear } from './run-scenario.ts';

/** The registered (hukou) population carried on beside a projection; populations by year, flows of the years after the first. */
export interface RegisteredPath {
  readonly years: readonly number[];
  readonly populations: readonly Float64Array[];
  readonly flows: readonly RegisteredFlows[];
}

const known = new WeakMap<Projection, RegisteredPath | undefined>();

/**
 * The registered population of a projection's counties. Transfers close the account to published totals where there are any, else they are the
 * pack's assumption. Undefined where the pack does not say how to tell the registered by age.
 */
export function projectRegistered(baseline: Baseline, projection: Projection): RegisteredPath | undefined {
  if (!known.has(projection)) known.set(projection, carryOn(baseline, projection));
  return known.get(projection);
}

function carryOn(baseline: Baseline, projection: Projection): RegisteredPath | undefined {
  const base = registeredBase(baseline);
  if (base === undefined) return undefined;
  const populations = [base.counts];
  const flows: RegisteredFlows[] = [];
  for (const year of projection.years.slice(1)) {
    const moved = registeredYear(baseline, projectedYear(projection, year)!, populations.at(-1)!);
    populations.push(moved.end);
    flows.push(moved.flows);
  }
  return { years: projection.years, populations, flows };
}

/**
 * One year of the registered beside a year of the residents, of a scenario's or of a trajectory's: all that is read of the residents is their start, births
 * and deaths. `start` is the registered population at the end of the year before (`registeredBase` at first).
 */
export function registeredYear(
  baseline: Baseline,
  residents: Pick<ProjectedYear, 'year' | 'start' | 'births' | 'deaths'>,
  start: Float64Array,
): { end: Float64Array; flows: RegisteredFlows } {
  const { year, births } = residents;
  const survival = survivalOf(residents);
  const own = birthsOfRegistered(baseline, { births, start: residents.start, survival }, start);
  const transfers = baseline.pack.registered?.transfers ?? [];
  return advanceRegistered(start, survival, own, {
    ...registeredTotals(baseline, year),
    net: valueAt(transfers, year, 'linear', true) ?? 0,
  });
}

/** Survival of the counties together by sex and age at the end of the year: 2 x 101. */
function survivalOf({ start, births, deaths }: Pick<ProjectedYear, 'start' | 'births' | 'deaths'>): Float64Array {
  const [entered, died] = [new Float64Array(2 * AGES), new Float64Array(2 * AGES)];
  for (let i = 0; i < start.length; i++) {
    entered[i % (2 * AGES)]! += entering(start, births, i);
    died[i % (2 * AGES)]! += deaths[i]!;
  }
  return entered.map((persons, i) => (persons > 0 ? Math.max(0, 1 - died[i]! / persons) : 0));
}

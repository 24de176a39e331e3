import { AGES } from '#base';
import { valueAt } from '#plan';
import type { Baseline } from './baseline.ts';
import { registeredBase } from './registered-base.ts';
import type { RegisteredFlows, ResidentBirths } from './registered-year.ts';
import { advanceRegistered, birthsOfRegistered, entering, registeredTotals } from './registered-year.ts';
import type { Projection } from './run-scenario.ts';

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
  const rules = baseline.pack.registered;
  if (base === undefined || rules === undefined) return undefined;
  const populations = [base.counts];
  const flows: RegisteredFlows[] = [];
  projection.years.slice(1).forEach((year, index) => {
    const start = populations[index]!;
    const residents = residentYear(projection, index);
    const moved = advanceRegistered(start, residents.survival, birthsOfRegistered(baseline, residents, start), {
      ...registeredTotals(baseline, year),
      net: valueAt(rules.transfers, year, 'linear', true)!,
    });
    populations.push(moved.end);
    flows.push(moved.flows);
  });
  return { years: projection.years, populations, flows };
}

/** What the registered take from a year of the residents: births, women, and survival of the counties together by sex and age. */
function residentYear({ populations, flows }: Projection, index: number): ResidentBirths {
  const start = populations[index]!;
  const { births, deaths } = flows[index]!;
  const [entered, died] = [new Float64Array(2 * AGES), new Float64Array(2 * AGES)];
  for (let i = 0; i < start.length; i++) {
    entered[i % (2 * AGES)]! += entering(start, births, i);
    died[i % (2 * AGES)]! += deaths[i]!;
  }
  const survival = entered.map((persons, i) => (persons > 0 ? Math.max(0, 1 - died[i]! / persons) : 0));
  return { births, start, survival };
}

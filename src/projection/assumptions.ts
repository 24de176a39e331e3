import type { Scenario } from '#plan';
import { valueAt } from '#plan';

/** Assumptions that a user may change; each is a path of dated values in a scenario. */
export const ASSUMPTIONS = [
  'fertility',
  'lifeExpectancy',
  'netMigration',
  'sexRatioAtBirth',
  'urbanShare',
  'redistribution',
] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** Bounds within which a changed value is taken; outside them the model has no meaning. */
export const ASSUMPTION_BOUNDS: Readonly<Record<Assumption, readonly [number, number]>> = {
  fertility: [0, 8],
  lifeExpectancy: [40, 100],
  netMigration: [-500_000, 500_000],
  sexRatioAtBirth: [80, 150],
  urbanShare: [1, 99],
  redistribution: [0, 5],
};

/** A user's changes to a scenario: for each assumption, values at years. */
export type Changes = Partial<Readonly<Record<Assumption, Readonly<Record<number, number>>>>>;

/** A scenario's assumption in a year, changes applied: linear between points, constant beyond them. */
export function assumptionAt(scenario: Scenario, changes: Changes, assumption: Assumption, year: number): number {
  const value = valueAt(assumptionPoints(scenario, changes, assumption), year, 'linear', true);
  if (value === undefined) throw new Error(`scenario ${scenario.id} has no ${assumption}`);
  return value;
}

/** Points of an assumption with the changes laid over them, ascending. */
export function assumptionPoints(
  scenario: Scenario,
  changes: Changes,
  assumption: Assumption,
): { at: number; value: number }[] {
  const points = new Map(scenario[assumption].map(({ at, value }) => [at, value]));
  for (const [at, value] of Object.entries(changes[assumption] ?? {})) points.set(Number(at), value);
  return [...points].map(([at, value]) => ({ at, value })).toSorted((a, b) => a.at - b.at);
}

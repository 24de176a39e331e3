import type { Assumption, Scenario } from '#plan';
import { valueAt } from '#plan';

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

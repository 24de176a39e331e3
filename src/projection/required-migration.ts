import { sumCounts } from '#base';
import type { Scenario } from '#plan';
import type { Changes } from './assumptions.ts';
import type { Baseline } from './baseline.ts';
import { runScenario } from './run-scenario.ts';

export interface RequiredMigration {
  /** Net migrants of the city a year, persons, the same in each year. */
  readonly perYear: number;
  readonly from: number;
  readonly to: number;
  /** Population reached, persons: the target to a person. */
  readonly reached: number;
}

/**
 * The constant net migration a year, from year `from` to `to`, with which a scenario reaches `target` persons in the city at the end of `to`.
 * The
 * years before `from` are the scenario's own. Secant steps; population is close to linear in migration. Within one person; undefined where it cannot be
 * reached or where given totals decide the migration of those years.
 */
export function requiredMigration(
  baseline: Baseline,
  scenario: Scenario,
  target: number,
  from: number,
  to: number,
): RequiredMigration | undefined {
  const { used } = runScenario(baseline, scenario, { until: to });
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (years.some((year) => used.get(year)?.closed !== false)) return undefined;
  const before = Object.fromEntries(
    [...used].filter(([year]) => year < from).map(([year, { netMigration }]) => [year, netMigration]),
  );
  const reachedWith = (perYear: number): number => {
    const changes: Changes = {
      netMigration: { ...before, ...Object.fromEntries(years.map((year) => [year, perYear])) },
    };
    return sumCounts(runScenario(baseline, scenario, { until: to, changes }).populations.at(-1)!);
  };
  let [a, b] = [0, 10_000];
  let [atA, atB] = [reachedWith(a), reachedWith(b)];
  for (let iteration = 0; iteration < 30; iteration++) {
    if (Math.abs(atB - target) < 0.5) return { perYear: b, from, to, reached: atB };
    if (atB === atA) return undefined;
    const next = b + ((target - atB) * (b - a)) / (atB - atA);
    [a, atA] = [b, atB];
    b = next;
    atB = reachedWith(next);
  }
  return undefined;
}

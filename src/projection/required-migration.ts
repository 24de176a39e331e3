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
 * Secant steps; population is close to linear in migration, so a few are enough. Within one person, or undefined if it cannot be reached.
 */
export function requiredMigration(
  baseline: Baseline,
  scenario: Scenario,
  target: number,
  from: number,
  to: number,
): RequiredMigration | undefined {
  const reachedWith = (perYear: number): number => {
    const changes: Changes = {
      netMigration: Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, perYear])),
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

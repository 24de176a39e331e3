import type { Pack, Scenario } from '#plan';
import { getIndicator, planValueAt, valuesFor } from '#plan';
import type { Changes } from './assumptions.ts';
import { assumptionAt } from './assumptions.ts';
import type { Baseline } from './baseline.ts';

/** What a scenario asks of a year, changes applied. */
export interface PlannedYear {
  readonly year: number;
  readonly fertility: number;
  /** Both sexes, years. */
  readonly lifeExpectancy: number;
  /** Boys per 100 girls. */
  readonly sexRatioAtBirth: number;
  /** Per cent of residents of the city. */
  readonly urbanShare: number;
  /** Intensity of the standing flows; 1 as estimated. */
  readonly redistribution: number;
  /** Net migrants of the city, persons; gives way to a total. */
  readonly netMigration: number;
  /** Population of the city at the year's end, persons, where it is given. */
  readonly total?: number;
  /** Whether a given total was published (and so may be wrong by a survey's error), rather than aimed at. */
  readonly published: boolean;
  /** Published totals of single counties by index, persons; only beside a published total of the city. */
  readonly areaTotals: ReadonlyMap<number, number>;
}

/** The years of a scenario after the base, up to and including `until`. */
export function plannedYears(
  baseline: Baseline,
  scenario: Scenario,
  changes: Changes,
  until: number,
): readonly PlannedYear[] {
  const { pack, baseYear } = baseline;
  const totals = totalsOf(pack, scenario, changes);
  const published = scenario.totals?.role === 'observed';
  return Array.from({ length: until - baseYear }, (_, index) => {
    const year = baseYear + 1 + index;
    const value = (name: Parameters<typeof assumptionAt>[2]): number => assumptionAt(scenario, changes, name, year);
    const total = totals.get(year);
    return {
      year,
      fertility: value('fertility'),
      lifeExpectancy: value('lifeExpectancy'),
      sexRatioAtBirth: value('sexRatioAtBirth'),
      urbanShare: value('urbanShare'),
      redistribution: value('redistribution'),
      netMigration: value('netMigration'),
      ...(total === undefined ? {} : { total }),
      published: published && total !== undefined,
      areaTotals: published && total !== undefined ? countyTotals(baseline, scenario, year) : new Map(),
    };
  });
}

/**
 * City totals that a scenario is held to, persons by year. Observed totals are history and always hold; a target's path
 * gives way from the first year on in which the user sets net migration himself.
 */
function totalsOf(pack: Pack, scenario: Scenario, changes: Changes): Map<number, number> {
  const totals = new Map<number, number>();
  const rule = scenario.totals;
  if (rule === undefined) return totals;
  const firstChange = Math.min(...Object.keys(changes.netMigration ?? {}).map(Number));
  const indicator = getIndicator(pack, rule.indicator);
  const observed = valuesFor(pack, indicator, pack.info.city, ['observed']);
  for (let year = rule.from; year <= rule.to; year++) {
    if (rule.role === 'target' && year >= firstChange) break;
    const value =
      rule.role === 'target'
        ? planValueAt(pack, indicator, pack.info.city, year)
        : observed.find(({ at }) => at === year)?.value;
    if (value !== undefined) totals.set(year, value * personsPer(indicator.unit));
  }
  return totals;
}

/** Published totals of single counties in a year: index of the county, persons. */
function countyTotals({ pack, counties }: Baseline, { totals }: Scenario, year: number): ReadonlyMap<number, number> {
  const indicator = getIndicator(pack, totals!.indicator);
  return new Map(
    counties.flatMap((code, index): [number, number][] => {
      const published = valuesFor(pack, indicator, code, ['observed']).find(({ at }) => at === year);
      return published === undefined ? [] : [[index, published.value * personsPer(indicator.unit)]];
    }),
  );
}

/** Persons in one of a unit. */
export const personsPer = (unit: string): number => (unit === 'ten-thousand-persons' ? 10_000 : 1);

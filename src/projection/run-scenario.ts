import type { AreaCode, Problem, Source } from '#base';
import { AREA_CELLS, sumCounts } from '#base';
import type { MigrationControl, ProjectedPath, YearAssumptions } from '#demography';
import { project, redistribute } from '#demography';
import type { Pack, Scenario } from '#plan';
import { getIndicator, planValueAt, valuesFor } from '#plan';
import type { Changes } from './assumptions.ts';
import { assumptionAt } from './assumptions.ts';
import type { Baseline } from './baseline.ts';

/** A scenario carried out: populations, flows and the assumptions of each year. */
export interface Projection extends ProjectedPath {
  readonly scenario: Scenario;
  readonly changes: Changes;
  readonly problems: readonly Problem[];
  /** Assumptions as used, by year after the base; net migration is what came out. */
  readonly used: ReadonlyMap<number, UsedAssumptions>;
}

export interface UsedAssumptions {
  readonly fertility: number;
  readonly lifeExpectancy: number;
  /** Boys per 100 girls. */
  readonly sexRatioAtBirth: number;
  /** Per cent of residents of the city. */
  readonly urbanShare: number;
  readonly redistribution: number;
  /** Net migrants of the city, persons. */
  readonly netMigration: number;
  /** True where a given population total decided the migration. */
  readonly closed: boolean;
}

export interface RunOptions {
  readonly until?: number;
  readonly changes?: Changes;
}

/** Projects a pack's counties by a scenario and a user's changes to it. */
export function runScenario(baseline: Baseline, scenario: Scenario, options: RunOptions = {}): Projection {
  const { pack, baseYear, counties } = baseline;
  const changes = options.changes ?? {};
  const until = options.until ?? pack.info.years.horizon;
  const totals = totalsOf(pack, scenario, changes);
  const planned = Array.from({ length: until - baseYear }, (_, index) => {
    const year = baseYear + 1 + index;
    const value = (name: Parameters<typeof assumptionAt>[2]): number => assumptionAt(scenario, changes, name, year);
    return {
      year,
      fertility: value('fertility'),
      lifeExpectancy: value('lifeExpectancy'),
      sexRatioAtBirth: value('sexRatioAtBirth'),
      urbanShare: value('urbanShare'),
      redistribution: value('redistribution'),
      netMigration: value('netMigration'),
    };
  });
  const path = project(
    baseline.base,
    planned.map((year): YearAssumptions => {
      const total = totals.get(year.year);
      const control: MigrationControl = total === undefined ? { net: year.netMigration } : { total };
      const sexRatioAtBirth = year.sexRatioAtBirth / 100;
      return {
        rates: {
          survival: forAreas(baseline.mortality(year.lifeExpectancy, sexRatioAtBirth), counties.length),
          fertility: baseline.fertility,
          totalFertility: year.fertility,
          sexRatioAtBirth,
        },
        migrate: redistribute(
          baseline.migration,
          year.redistribution,
          control,
          total === undefined ? undefined : countyTotals(baseline, scenario, year.year),
        ),
      };
    }),
  );
  const used = new Map(
    planned.map(({ year, ...assumed }, index) => [
      year,
      { ...assumed, netMigration: sumCounts(path.flows[index]!.migrants), closed: totals.has(year) },
    ]),
  );
  return { ...path, scenario, changes, used, problems: path.cuts.map((cut) => migrationCut(counties[cut.area]!, cut)) };
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

/** Published totals of single counties in a year whose city total is published too: index of the county, persons. */
function countyTotals(baseline: Baseline, scenario: Scenario, year: number): ReadonlyMap<number, number> {
  const { pack, counties } = baseline;
  const rule = scenario.totals;
  if (rule?.role !== 'observed') return new Map();
  const indicator = getIndicator(pack, rule.indicator);
  return new Map(
    counties.flatMap((code, index): [number, number][] => {
      const published = valuesFor(pack, indicator, code, ['observed']).find(({ at }) => at === year);
      return published === undefined ? [] : [[index, published.value * personsPer(indicator.unit)]];
    }),
  );
}

/** What a projected figure names as its source. */
export const projectionSource = ({ label }: Scenario): Source => ({
  doc: 'own-derivation',
  note: { zh: `预测:${label.zh}`, en: `projection: ${label.en}` },
});

/** Persons in one of a unit. */
export const personsPer = (unit: string): number => (unit === 'ten-thousand-persons' ? 10_000 : 1);

function forAreas(ratios: Float64Array, areas: number): Float64Array {
  const all = new Float64Array(areas * AREA_CELLS);
  for (let area = 0; area < areas; area++) all.set(ratios, area * AREA_CELLS);
  return all;
}

const migrationCut = (area: AreaCode, { year, persons }: { year: number; persons: number }): Problem => ({
  code: 'projection.migration-cut',
  severity: 'warning',
  where: { path: 'netMigration' },
  params: { area, year, persons: Math.round(persons) },
});

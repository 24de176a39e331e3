import type { Problem, Source } from '#base';
import { AREA_CELLS } from '#base';
import type { MigrationCut, ProjectedPath, YearAssumptions, YearFlows } from '#demography';
import { migrateBy, netMigrants, project } from '#demography';
import type { Scenario } from '#plan';
import type { Changes } from './assumptions.ts';
import type { Baseline } from './baseline.ts';
import type { PlannedYear } from './planned-years.ts';
import { plannedYears } from './planned-years.ts';

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
  const changes = options.changes ?? {};
  const planned = plannedYears(baseline, scenario, changes, options.until ?? baseline.pack.info.years.horizon);
  const path = project(
    baseline.base,
    planned.map((year) => yearAssumptions(baseline, year)),
  );
  const used = new Map(
    planned.map((year, index) => [year.year, usedAssumptions(year, year, netMigrants(path.flows[index]!))]),
  );
  const problems = path.cuts.filter(({ persons }) => persons >= 0.5).map((cut) => migrationCut(baseline, cut));
  return { ...path, scenario, changes, used, problems };
}

function yearAssumptions(baseline: Baseline, year: PlannedYear): YearAssumptions {
  const areas = baseline.counties.length;
  const sexRatioAtBirth = year.sexRatioAtBirth / 100;
  const survival = new Float64Array(areas * AREA_CELLS);
  baseline.lifeExpectancyGaps.forEach((gap, area) => {
    baseline.mortality(year.lifeExpectancy + gap, sexRatioAtBirth, survival, area * AREA_CELLS);
  });
  return {
    rates: { survival, fertility: baseline.fertility, totalFertility: year.fertility, sexRatioAtBirth },
    migrate: migrateBy(baseline.flows, {
      intensity: new Float64Array(areas).fill(year.redistribution),
      control: year.total === undefined ? { net: year.netMigration } : { total: year.total },
      areaTotals: year.areaTotals,
    }),
  };
}

/** What a planned year is remembered by: what was drawn for it or planned, and the net migration that came out. */
export const usedAssumptions = (
  { sexRatioAtBirth, urbanShare, total }: PlannedYear,
  {
    fertility,
    lifeExpectancy,
    redistribution,
  }: Pick<UsedAssumptions, 'fertility' | 'lifeExpectancy' | 'redistribution'>,
  netMigration: number,
): UsedAssumptions => ({
  fertility,
  lifeExpectancy,
  sexRatioAtBirth,
  urbanShare,
  redistribution,
  netMigration,
  closed: total !== undefined,
});

/** One year of a projection, of a scenario's or of a trajectory's. */
export interface ProjectedYear extends YearFlows {
  readonly year: number;
  /** Population at the end of the year before. */
  readonly start: Float64Array;
  /** Population at the end of the year. */
  readonly end: Float64Array;
  readonly used: UsedAssumptions;
}

/** A year after the base, or undefined outside the projection. */
export function projectedYear(
  { years, populations, flows, used }: Projection,
  year: number,
): ProjectedYear | undefined {
  const at = years.indexOf(year);
  if (at < 1) return undefined;
  return { year, start: populations[at - 1]!, end: populations[at]!, ...flows[at - 1]!, used: used.get(year)! };
}

/** What a projected figure names as its source. */
export const projectionSource = ({ label }: Scenario): Source => ({
  doc: 'own-derivation',
  note: { zh: `预测:${label.zh}`, en: `projection: ${label.en}` },
});

const migrationCut = ({ counties }: Baseline, { area, year, persons }: MigrationCut): Problem => ({
  code: 'projection.migration-cut',
  severity: 'warning',
  where: { path: 'netMigration' },
  params: { area: counties[area]!, year, persons: Math.round(persons) },
});

import type { Missing, Problem } from '#base';
import { AGES, AREA_CELLS, missing } from '#base';
import type { StepResult } from '#demography';
import { fertileAges, migrateBy, netMigrants, step, stepResult } from '#demography';
import type { Scenario } from '#plan';
import type { Baseline } from './baseline.ts';
import { plannedYears } from './planned-years.ts';
import type { ProjectedYear, RunOptions, UsedAssumptions } from './run-scenario.ts';
import { usedAssumptions } from './run-scenario.ts';
import { drawCourses } from './trajectory-course.ts';

export interface SimulateOptions extends RunOptions {
  readonly seed: number;
  /** Number of the first trajectory, from 0. */
  readonly from?: number;
  readonly count: number;
}

/**
 * Sees a year of a trajectory as it passes; `index` 0 is the first year after the base. The arrays are written over by the next year: take numbers, keep
 * nothing.
 */
export type Visit = (trajectory: number, index: number, year: ProjectedYear) => void;

/** What was cut in all trajectories: departures of people who were not there. */
export interface SimulationRun {
  readonly trajectories: number;
  readonly cut: { readonly trajectories: number; readonly persons: number };
}

/**
 * Trajectories `from`..`from + count − 1` of a scenario: the same step as `runScenario`, with base, rates and migration drawn by the pack's
 * uncertainty. A trajectory depends on the seed and its own number alone, so that work may be split anyhow; with all spreads 0 it is the scenario's
 * projection to the bit. Missing where the pack says nothing of uncertainty.
 */
export function simulate(
  baseline: Baseline,
  scenario: Scenario,
  { changes = {}, until, seed, from = 0, count }: SimulateOptions,
  visit: Visit,
): SimulationRun | Missing {
  const { pack, counties } = baseline;
  const { uncertainty } = pack;
  if (uncertainty === undefined) return missing('not-reported', 'uncertainty.yaml');
  const areas = counties.length;
  const planned = plannedYears(baseline, scenario, changes, until ?? pack.info.years.horizon);
  const courses = drawCourses(baseline, uncertainty, seed);
  const years = [0, 1].map(() => yearBuffer(areas));
  const base = years[1]!.end;
  const rates = {
    survival: new Float64Array(areas * AREA_CELLS),
    fertility: new Float64Array(areas * AGES),
    totalFertility: 0,
    sexRatioAtBirth: 0,
  };
  const fertile = fertileAges(baseline.fertility, AGES);
  const course = courses.now;
  const migrate = migrateBy(baseline.flows, course);
  const cut = { trajectories: 0, persons: 0 };
  for (let trajectory = from; trajectory < from + count; trajectory++) {
    courses.begin(trajectory, base);
    let start = base;
    let cutHere = 0;
    planned.forEach((year, index) => {
      courses.next(year);
      rates.totalFertility = course.fertility;
      rates.sexRatioAtBirth = year.sexRatioAtBirth / 100;
      for (let area = 0; area < areas; area++) {
        const factor = course.fertilityFactors[area]!;
        for (let i = area * AGES + fertile.first; i <= area * AGES + fertile.last; i++)
          rates.fertility[i] = baseline.fertility[i]! * factor;
        const lifeExpectancy = course.lifeExpectancies[area]!;
        baseline.mortality(lifeExpectancy, rates.sexRatioAtBirth, rates.survival, area * AREA_CELLS);
      }
      const result = years[index % 2]!;
      step(start, rates, migrate, result);
      for (let area = 0; area < areas; area++) cutHere += result.cut[area]!;
      result.year = year.year;
      result.start = start;
      result.used = usedAssumptions(year, course, netMigrants(result));
      visit(trajectory, index, result);
      start = result.end;
    });
    if (cutHere >= 0.5) {
      cut.trajectories++;
      cut.persons += cutHere;
    }
  }
  return { trajectories: count, cut };
}

/** A year of a trajectory that is written again and again. */
function yearBuffer(areas: number): StepResult & { -readonly [K in keyof ProjectedYear]: ProjectedYear[K] } {
  const nothing = new Float64Array(0);
  return { ...stepResult(areas, areas * AREA_CELLS), year: 0, start: nothing, used: {} as UsedAssumptions };
}

/** The Problem of people who were to leave and were not there, or none. */
export const cutProblems = ({ trajectories, cut }: SimulationRun): readonly Problem[] =>
  cut.trajectories === 0
    ? []
    : [
        {
          code: 'projection.trajectories-cut',
          severity: 'warning',
          where: { path: 'netMigration' },
          params: { trajectories: cut.trajectories, of: trajectories, persons: Math.round(cut.persons) },
        },
      ];

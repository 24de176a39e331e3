import type { AreaCode, Missing } from '#base';
import { isMissing } from '#base';
import type { Formula } from '#indicators';
import { formulas, projectedAsker } from '#indicators';
import type { Scenario } from '#plan';
import { findIndicator } from '#plan';
import type { Baseline, ProjectedYear, SimulateOptions, SimulationRun } from '#projection';
import { projectedYear, registeredBase, registeredYear, runScenario, simulate } from '#projection';

/** An indicator of an area that is followed through trajectories. */
export interface Track {
  readonly indicator: string;
  readonly area: AreaCode;
}

/** What trajectories say of some tracks, year by year. */
export interface TrajectoryValues {
  readonly tracks: readonly Track[];
  readonly years: readonly number[];
  /** Number of the first trajectory. */
  readonly from: number;
  readonly run: SimulationRun;
  /** Trajectories x tracks x years, in the indicators' own units; NaN where a formula has no answer. */
  readonly values: Float64Array;
}

/**
 * Runs trajectories and works out the tracks' indicators in each year of each, by the same formulas as every figure. An indicator without a formula, or
 * whose inputs no projection has, is NaN throughout. Missing where the pack says nothing of uncertainty.
 */
export function measureTrajectories(
  baseline: Baseline,
  scenario: Scenario,
  tracks: readonly Track[],
  options: SimulateOptions,
): TrajectoryValues | Missing {
  const { pack, baseYear } = baseline;
  const until = options.until ?? pack.info.years.horizon;
  const years = Array.from({ length: until - baseYear }, (_, index) => baseYear + 1 + index);
  const from = options.from ?? 0;
  const values = new Float64Array(options.count * tracks.length * years.length).fill(Number.NaN);
  const registered = {
    base: registeredIfAsked(baseline, scenario, tracks),
    now: undefined as Float64Array | undefined,
  };
  const areas = askersOf(baseline, tracks, () => registered.now);
  const run = simulate(baseline, scenario, options, (trajectory, index, year) => {
    if (registered.base !== undefined) {
      const before = index === 0 ? registered.base : registered.now!;
      registered.now = registeredYear(baseline, year, before).end;
    }
    const start = (trajectory - from) * tracks.length;
    for (const { asker, asked } of areas) {
      asker.look(year);
      for (const { track, formula } of asked) {
        const value = formula.compute(asker.ask);
        if (!isMissing(value)) values[(start + track) * years.length + index] = value;
      }
    }
  });
  return isMissing(run) ? run : { tracks, years, from, run, values };
}

interface AreaTracks {
  readonly asker: ReturnType<typeof projectedAsker>;
  readonly asked: readonly { readonly track: number; readonly formula: Formula }[];
}

/** One asker for each area, with the formulas to put to it; indicators without one are left out. */
function askersOf(
  baseline: Baseline,
  tracks: readonly Track[],
  registered: (year: number) => Float64Array | undefined,
): readonly AreaTracks[] {
  const asked = tracks.flatMap(({ indicator, area }, track) => {
    const formula = formulas.get(findIndicator(baseline.pack, indicator)?.formula ?? '');
    return formula === undefined ? [] : [{ area, track, formula }];
  });
  return [...new Set(asked.map(({ area }) => area))].map((area) => ({
    asker: projectedAsker(baseline, area, registered),
    asked: asked.filter((entry) => entry.area === area),
  }));
}

/** The registered population of the base where a track's formula asks for it: it is carried on beside every trajectory only then. */
function registeredIfAsked(baseline: Baseline, scenario: Scenario, tracks: readonly Track[]): Float64Array | undefined {
  let wanted = false;
  const first: ProjectedYear = projectedYear(
    runScenario(baseline, scenario, { until: baseline.baseYear + 1 }),
    baseline.baseYear + 1,
  )!;
  const areas = askersOf(baseline, tracks, () => {
    wanted = true;
    return undefined;
  });
  for (const { asker, asked } of areas) {
    asker.look(first);
    for (const { formula } of asked) formula.compute(asker.ask);
  }
  return wanted ? registeredBase(baseline)?.counts : undefined;
}

/** The values of several batches of the same tracks as one, in the order of their trajectories. */
export function joinBatches(batches: readonly TrajectoryValues[]): TrajectoryValues {
  const ordered = batches.toSorted((a, b) => a.from - b.from);
  const [first] = ordered;
  if (first === undefined) throw new Error('no batches to join');
  const values = new Float64Array(ordered.reduce((sum, batch) => sum + batch.values.length, 0));
  ordered.reduce((at, batch) => {
    values.set(batch.values, at);
    return at + batch.values.length;
  }, 0);
  const sum = (read: (run: SimulationRun) => number): number => ordered.reduce((all, { run }) => all + read(run), 0);
  return {
    ...first,
    values,
    run: {
      trajectories: sum((run) => run.trajectories),
      cut: { trajectories: sum((run) => run.cut.trajectories), persons: sum((run) => run.cut.persons) },
    },
  };
}

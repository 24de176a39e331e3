import type { Missing } from '#base';
import { isMissing } from '#base';
import type { Track, TrajectoryValues } from '#outlook';
import { SimulationCancelled } from '#outlook';
import type { Projection } from '#projection';
import { useEffect, useState } from 'react';
import { useSession } from '../../session.tsx';

/** How many trajectories are drawn, and from which seed: with the projection they decide every number of a fan. */
export interface Draws {
  readonly count: number;
  readonly seed: number;
}

/** Trajectories drawn so far of a projection; a band is shown as soon as the first few are there. */
export interface SimulationState {
  readonly values?: TrajectoryValues;
  readonly done: boolean;
  /** Why there are none: the pack says nothing of uncertainty. */
  readonly missing?: Missing;
  readonly failure?: string;
}

const NOTHING: SimulationState = { done: false };

/**
 * Draws trajectories of a projection in workers, anew whenever it or the tracks change; what was under way is cancelled. The values are those of
 * `projection` alone: while a new one has none yet there are none.
 */
export function useSimulation(
  projection: Projection,
  tracks: readonly Track[],
  { count, seed }: Draws,
): SimulationState {
  const { simulations } = useSession();
  const [state, setState] = useState<{ of: unknown; now: SimulationState }>({ of: undefined, now: NOTHING });
  const key = `${seed} ${count} ${tracks.map(({ indicator, area }) => `${indicator}@${area}`).join(' ')}`;
  const [of, setOf] = useState<{ projection: Projection; key: string; tracks: readonly Track[] }>({
    projection,
    key,
    tracks,
  });
  if (of.projection !== projection || of.key !== key) setOf({ projection, key, tracks });
  useEffect(() => {
    const { scenario, changes } = of.projection;
    const simulation = simulations.start({ scenario, changes, tracks: of.tracks, seed, count }, (_, soFar) =>
      setState({ of, now: { values: soFar(), done: false } }),
    );
    simulation.result.then(
      (result) =>
        setState({ of, now: isMissing(result) ? { done: true, missing: result } : { values: result, done: true } }),
      (error: unknown) => {
        if (!(error instanceof SimulationCancelled)) setState({ of, now: { done: true, failure: String(error) } });
      },
    );
    return () => simulation.cancel();
  }, [simulations, of, seed, count]);
  return state.of === of ? state.now : NOTHING;
}

import type { Problem } from '#base';
import { isMissing } from '#base';
import type { Fan, Simulation, SimulationJob, SimulationPool, Track } from '#outlook';
import { fan } from '#outlook';
import type { Pack } from '#plan';
import { cutProblems } from '#projection';
import { UsageError } from '../command.ts';
import { nodePool } from '../node-pool.ts';

export interface Fans {
  readonly fans: readonly Fan[];
  readonly problems: readonly Problem[];
}

/** Values held at a time, 8 bytes each: more tracks than that are simulated a part at a time, with the same draws. */
const VALUES = 16_000_000;

/**
 * Runs trajectories on every processor and keeps the fans of the tracks. The result depends on the seed and the number of trajectories alone. `onProgress` is
 * told trajectories done of all; `signal` stops the work, and the promise is rejected.
 */
export async function fansOf(
  pack: Pack,
  tracks: readonly Track[],
  job: Omit<SimulationJob, 'tracks'> & { readonly until: number },
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Fans> {
  const years = job.until - pack.info.years.base;
  const size = Math.max(1, Math.floor(VALUES / (job.count * years)));
  const parts = Array.from({ length: Math.ceil(tracks.length / size) }, (_, i) =>
    tracks.slice(i * size, (i + 1) * size),
  );
  const pool = nodePool(pack);
  try {
    const fans: Fan[] = [];
    let problems: readonly Problem[] = [];
    for (const [index, part] of parts.entries()) {
      const before = index * job.count;
      const values = await finished(pool, { ...job, tracks: part }, signal, (done) => {
        onProgress(before + done, parts.length * job.count);
      });
      fans.push(...fan(values));
      problems = cutProblems(values.run);
    }
    return { fans, problems };
  } finally {
    pool.close();
  }
}

async function finished(
  pool: SimulationPool,
  job: SimulationJob,
  signal: AbortSignal,
  onProgress: (done: number) => void,
) {
  signal.throwIfAborted();
  const simulation: Simulation = pool.start(job, onProgress);
  const stop = (): void => simulation.cancel();
  signal.addEventListener('abort', stop);
  try {
    const values = await simulation.result;
    if (isMissing(values)) throw new UsageError('--trajectories: the pack has no uncertainty.yaml');
    return values;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

import type { Missing } from '#base';
import { isMissing } from '#base';
import type { Pack, Scenario } from '#plan';
import type { Baseline, SimulateOptions } from '#projection';
import { prepareBaseline } from '#projection';
import type { Track, TrajectoryValues } from './measures.ts';
import { measureTrajectories } from './measures.ts';

/** A simulation to be carried out: plain data, so that it may be sent to a worker. The scenario is one of the pack's by id, or any other. */
export interface SimulationJob extends SimulateOptions {
  readonly scenario: string | Scenario;
  readonly tracks: readonly Track[];
}

/** What a worker is told: first the pack, then jobs with numbers of their own. */
export type ToWorker = { readonly pack: Pack } | { readonly id: number; readonly job: SimulationJob };

/** What it answers to a job. `error` is the message of a bug. */
export type FromWorker =
  | { readonly id: number; readonly values: TrajectoryValues | Missing }
  | { readonly id: number; readonly error: string };

/** Carries a job out; an unknown scenario id is a bug and throws. */
export function runJob(
  baseline: Baseline,
  { scenario, tracks, ...options }: SimulationJob,
): TrajectoryValues | Missing {
  return measureTrajectories(baseline, scenarioOf(baseline, scenario), tracks, options);
}

function scenarioOf({ pack }: Baseline, scenario: string | Scenario): Scenario {
  if (typeof scenario !== 'string') return scenario;
  const found = pack.scenarios.find(({ id }) => id === scenario);
  if (found === undefined) throw new Error(`no scenario ${scenario}`);
  return found;
}

/** A worker's whole work: takes messages, answers jobs. `send` gets the buffers that may be handed over with the answer. */
export function serveJobs(send: (reply: FromWorker, transfer: ArrayBufferLike[]) => void): (message: ToWorker) => void {
  let baseline: Baseline | undefined;
  return (message) => {
    if ('pack' in message) {
      baseline = prepareBaseline(message.pack);
      return;
    }
    const { id, job } = message;
    try {
      if (baseline === undefined) throw new Error('a job came before the pack');
      const values = runJob(baseline, job);
      send({ id, values }, isMissing(values) ? [] : [values.values.buffer]);
    } catch (error) {
      send({ id, error: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}

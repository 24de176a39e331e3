import type { Missing } from '#base';
import { isMissing } from '#base';
import type { Pack } from '#plan';
import type { TrajectoryValues } from './measures.ts';
import { joinBatches } from './measures.ts';
import type { FromWorker, SimulationJob, ToWorker } from './simulation-job.ts';

/** A worker as the pool sees it, of a browser or of Node. */
export interface WorkerEnd {
  send(message: ToWorker): void;
  /** Answers, and failures of the worker itself. */
  listen(onReply: (reply: FromWorker) => void, onFailure: (error: Error) => void): void;
  close(): void;
}

/** A simulation under way. */
export interface Simulation {
  /** All trajectories, in order; rejects when the work was cancelled (`SimulationCancelled`) or failed. */
  readonly result: Promise<TrajectoryValues | Missing>;
  /** No further batch is started; what is under way is thrown away. */
  cancel(): void;
}

export class SimulationCancelled extends Error {
  override readonly name = 'SimulationCancelled';
}

/** Told how many trajectories are there; `soFar` joins them (any trajectories), for those who want to see them. */
export type OnBatch = (done: number, soFar: () => TrajectoryValues) => void;

export interface SimulationPool {
  /** Starts a simulation; `onBatch` is told after each batch. */
  start(job: SimulationJob, onBatch?: OnBatch): Simulation;
  close(): void;
}

/** Trajectories of a batch: the first ones are small, so that something can be shown at once. */
const FIRST_BATCH = 25;
const BATCH = 100;

/**
 * Runs simulations of a pack on workers, which are started when first needed. Work is split into batches of trajectories; the result does not depend
 * on the split, nor on the number of workers.
 */
export function simulationPool(pack: Pack, makeWorkers: () => readonly WorkerEnd[]): SimulationPool {
  const idle: WorkerEnd[] = [];
  let all: readonly WorkerEnd[] | undefined;
  const waiting: Batch[] = [];
  const running = new Map<number, Batch>();
  let lastId = 0;

  const assign = (): void => {
    while (idle.length > 0 && waiting.length > 0) {
      const batch = waiting.shift()!;
      if (batch.simulation.over) continue;
      const id = ++lastId;
      running.set(id, batch);
      idle.pop()!.send({ id, job: batch.job });
    }
  };
  /** Ends all work and all workers; the next simulation starts new ones. */
  const stop = (reason: Error): void => {
    const left = [...running.values(), ...waiting];
    for (const worker of all ?? []) worker.close();
    all = undefined;
    idle.length = 0;
    waiting.length = 0;
    running.clear();
    for (const { simulation } of left) simulation.fail(reason);
  };
  const ready = (): void => {
    if (all !== undefined) return;
    all = makeWorkers();
    for (const worker of all) {
      worker.send({ pack });
      worker.listen((reply) => {
        const batch = running.get(reply.id);
        running.delete(reply.id);
        idle.push(worker);
        if (batch !== undefined) batch.simulation.take(reply);
        assign();
      }, stop);
      idle.push(worker);
    }
  };
  return {
    start(job, onBatch) {
      ready();
      const simulation = collect(job, onBatch);
      waiting.push(...batchesOf(job).map((part) => ({ job: part, simulation })));
      assign();
      return { result: simulation.result, cancel: () => simulation.fail(new SimulationCancelled('cancelled')) };
    },
    close: () => stop(new SimulationCancelled('the pool is closed')),
  };
}

interface Batch {
  readonly job: SimulationJob;
  readonly simulation: Collected;
}

interface Collected {
  readonly result: Promise<TrajectoryValues | Missing>;
  over: boolean;
  take(reply: FromWorker): void;
  fail(error: Error): void;
}

/** Gathers the batches of a simulation until all trajectories are there. */
function collect(job: SimulationJob, onBatch?: OnBatch): Collected {
  const parts: TrajectoryValues[] = [];
  let done = 0;
  let resolve: (values: TrajectoryValues | Missing) => void;
  let reject: (error: Error) => void;
  const result = new Promise<TrajectoryValues | Missing>((onDone, onError) => {
    resolve = onDone;
    reject = onError;
  });
  const collected: Collected = {
    result,
    over: false,
    take(reply) {
      if (collected.over) return;
      if ('error' in reply) return collected.fail(new Error(reply.error));
      if (isMissing(reply.values)) {
        collected.over = true;
        return resolve(reply.values);
      }
      parts.push(reply.values);
      done += reply.values.run.trajectories;
      onBatch?.(done, () => joinBatches(parts));
      if (done < job.count) return;
      collected.over = true;
      resolve(joinBatches(parts));
    },
    fail(error) {
      if (collected.over) return;
      collected.over = true;
      reject(error);
    },
  };
  return collected;
}

function batchesOf(job: SimulationJob): SimulationJob[] {
  const start = job.from ?? 0;
  const end = start + job.count;
  const batches: SimulationJob[] = [];
  for (let from = start; from < end;) {
    const count = Math.min(from - start < 4 * FIRST_BATCH ? FIRST_BATCH : BATCH, end - from);
    batches.push({ ...job, from, count });
    from += count;
  }
  return batches;
}

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FromWorker, SimulationPool, WorkerEnd } from '#outlook';
import { simulationPool } from '#outlook';
import type { Pack } from '#plan';

/** A pool of threads for a pack: as many as the machine has processors, unless told; they start with the first simulation. Close it. */
export const nodePool = (pack: Pack, workers = availableParallelism()): SimulationPool =>
  simulationPool(pack, () => Array.from({ length: workers }, startWorker));

function startWorker(): WorkerEnd {
  const worker = new Worker(new URL('../../bin/simulation-worker.mjs', import.meta.url), { execArgv: [] });
  return {
    send: (message) => worker.postMessage(message),
    listen: (onReply, onFailure) => {
      worker.on('message', (reply: FromWorker) => onReply(reply));
      worker.on('error', onFailure);
    },
    close: () => void worker.terminate(),
  };
}

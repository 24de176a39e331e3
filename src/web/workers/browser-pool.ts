import type { FromWorker, SimulationPool, WorkerEnd } from '#outlook';
import { simulationPool } from '#outlook';
import type { Pack } from '#plan';

/** No more workers than this: beyond, a page's own work suffers on office machines. */
const MOST_WORKERS = 4;

/** A pool of the browser's workers for a pack, which start with the first simulation. */
export const browserPool = (pack: Pack): SimulationPool =>
  simulationPool(pack, () =>
    Array.from({ length: Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 2)) }, startWorker),
  );

function startWorker(): WorkerEnd {
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
  return {
    send: (message) => worker.postMessage(message),
    listen: (onReply, onFailure) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => onReply(data));
      worker.addEventListener('error', ({ message }) => onFailure(new Error(message)));
    },
    close: () => worker.terminate(),
  };
}

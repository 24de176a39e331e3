import { parentPort } from 'node:worker_threads';
import type { ToWorker } from '#outlook';
import { serveJobs } from '#outlook';

/** Answers jobs of a pool in a thread of its own; started by bin/simulation-worker.mjs. */
const port = parentPort!;
const answer = serveJobs((reply, transfer) =>
  port.postMessage(
    reply,
    transfer.filter((buffer) => buffer instanceof ArrayBuffer),
  ),
);
port.on('message', (message: ToWorker) => answer(message));

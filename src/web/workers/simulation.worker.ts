import '../polyfills.ts';
import type { ToWorker } from '#outlook';
import { serveJobs } from '#outlook';

const answer = serveJobs((reply, transfer) =>
  postMessage(reply, { transfer: transfer.filter((buffer) => buffer instanceof ArrayBuffer) }),
);
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => answer(data));

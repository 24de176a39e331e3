import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DeliveredFile } from './deliver.ts';
import type { Lived, Setting, Task } from './tasks.ts';
import { END, taskDoer } from './tasks.ts';

/** Rows are many and short-lived: room for the young (MB) spares half the collecting. */
const YOUNG = 64;

/** Threads that write a city's parts. They start at once, while the lives are still being made. */
export interface TaskThreads {
  /** Does all tasks and tells of each as it is done, on this thread. */
  run(lived: Lived, tasks: readonly Task[], done: (task: Task, files: readonly DeliveredFile[]) => void): Promise<void>;
  /** Lets threads end the tasks that they are at. */
  close(): Promise<void>;
}

/** `count` threads; with one, this thread does the work itself. */
export function taskThreads(setting: Setting, count: number): TaskThreads {
  const workers = count < 2 ? [] : Array.from({ length: count }, () => startWorker(setting));
  return {
    async run(lived, tasks, done) {
      const waiting = [...tasks];
      const doAll = async (perform: (task: Task) => Promise<readonly DeliveredFile[]>): Promise<void> => {
        for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) done(task, await perform(task));
      };
      if (workers.length === 0) return doAll(taskDoer(setting, lived));
      await Promise.all(
        workers.map((worker) => {
          worker.postMessage(lived);
          return doAll((task) => ask(worker, task));
        }),
      );
    },
    async close() {
      await Promise.all(
        workers.map(async (worker) => {
          if (worker.threadId < 0) return;
          worker.postMessage(END);
          await once(worker, 'exit');
        }),
      );
    },
  };
}

const startWorker = (setting: Setting): Worker =>
  new Worker(new URL('../../bin/city-worker.mjs', import.meta.url), {
    execArgv: [],
    workerData: setting,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });

/** What a thread answers to a task; what fails there fails here. */
function ask(worker: Worker, task: Task): Promise<readonly DeliveredFile[]> {
  return new Promise((resolve, reject) => {
    const onMessage = (files: readonly DeliveredFile[]): void => {
      worker.off('error', reject);
      resolve(files);
    };
    worker.once('message', onMessage);
    worker.once('error', reject);
    worker.postMessage(task);
  });
}

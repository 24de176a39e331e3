import { parentPort, workerData } from 'node:worker_threads';
import { receivedLives } from './lives/people.ts';
import type { Lived, Setting, Task } from './tasks.ts';
import { END, taskDoer } from './tasks.ts';

/**
 * Writes parts of a city in a thread of its own; started by bin/city-worker.mjs. First come the lives, then tasks; `END` when there are no more:
 * a thread that is ended from outside while the engine works takes the process with it.
 */
const port = parentPort!;
let perform: ReturnType<typeof taskDoer>;
port.on('message', (message: Lived | Task | typeof END) => {
  if (message === END) port.close();
  else if ('write' in message) void perform(message).then((files) => port.postMessage(files));
  else perform = taskDoer(workerData as Setting, { ...message, lives: receivedLives(message.lives) });
});

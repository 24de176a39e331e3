import type { ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { forkModule } from './fork-module.ts';

/** Work in a process of its own. */
export interface Task<R> {
  readonly result: Promise<R>;
  /** Ends the process; the result is rejected. */
  stop(): void;
}

type FromTask<R> = { readonly step: string } | { readonly result: R } | { readonly failure: string };

/** Has a module do one piece of work in a process of its own: it gets the input, tells its steps, and gives the result. */
export function startTask<R>(module: URL, input: object, onStep: (step: string) => void = () => undefined): Task<R> {
  const child: ChildProcess = forkModule(module);
  const result = new Promise<R>((resolve, reject) => {
    child.on('message', (message: FromTask<R>) => {
      if ('step' in message) onStep(message.step);
      else if ('result' in message) resolve(message.result);
      else reject(new Error(message.failure));
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the work ended before it was done (${code ?? 'killed'})`)));
  });
  child.send(input);
  return { result, stop: () => void child.kill('SIGKILL') };
}

/** The other side: a module that does the work on the input and ends, or ends at once when whoever started it is gone. */
export function asTask(work: (input: unknown, onStep: (step: string) => void) => Promise<unknown>): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL); // who waits for a page goes first
  process.on('SIGINT', () => undefined); // Ctrl+C is for the parent
  process.on('disconnect', () => process.exit(1));
  process.once('message', (input) => {
    work(input, (step) => tell({ step })).then(
      (result) => tell({ result }, () => process.exit(0)),
      (error: unknown) =>
        tell({ failure: error instanceof Error ? error.message : String(error) }, () => process.exit(1)),
    );
  });
}

const tell = (message: FromTask<unknown>, then: () => void = () => undefined): void =>
  void process.send?.(message, then);

import { join } from 'node:path';
import type { Task } from '#files';
import { startTask } from '#files';
import type { SharedLedger } from '#ledger';
import { sharedLedger } from '#ledger';
import type { Desk } from '#register';
import { openDesk, versionStamp } from '#register';
import type { TaskInput } from './register-task.ts';

/** Where work on the register stands that goes on in a process of its own. */
export interface Work {
  readonly state: 'idle' | 'running' | 'failed';
  readonly step: string | null;
  readonly startedAt: string | null;
}

/** What routes work with: the data of a home, opened when first asked for and kept small. */
export interface Services {
  readonly home: string;
  readonly ledger: SharedLedger;
  /** Has work that makes a new version done: a promise of its end, well or ill; undefined where some is under way. */
  begin(module: URL, input: object): Promise<void> | undefined;
  readonly work: Work;
  /** Has a file or a row taken in, one after another. */
  takeIn<R>(input: TaskInput): Promise<R>;
  /** Asks the version in force; undefined where there is none. Each gets the version that is in force when it asks. */
  ask<R>(question: (desk: Desk) => Promise<R>): Promise<R | undefined>;
  /** Ends work under way and lets everything go. */
  close(): Promise<void>;
}

export const REGISTER_TASK = new URL('./register-task.ts', import.meta.url);

export function openServices(home: string, onFailure: (error: Error) => void = () => undefined): Services {
  const ledger = sharedLedger(join(home, 'ledger'));
  const tasks = new Set<Task<unknown>>();
  const start = <R>(module: URL, input: object, onStep?: (step: string) => void): Promise<R> => {
    const task = startTask<R>(module, input, onStep);
    tasks.add(task);
    return task.result.finally(() => tasks.delete(task));
  };
  let closed = false;
  let work: Work = { state: 'idle', step: null, startedAt: null };
  let turn: Promise<unknown> = Promise.resolve();
  let desk: { readonly stamp: string; readonly open: Promise<Desk | undefined>; users: number } | undefined;
  const letGo = async (old: NonNullable<typeof desk>): Promise<void> => {
    if (old.users === 0 && old !== desk) (await old.open.catch(() => undefined))?.close();
  };
  return {
    home,
    ledger,
    get work() {
      return work;
    },
    begin: (module, input) => {
      if (work.state === 'running') return undefined;
      work = { state: 'running', step: null, startedAt: new Date().toISOString() };
      return start<unknown>(module, input, (step) => {
        work = { ...work, step };
      }).then(
        () => {
          work = { state: 'idle', step: null, startedAt: null };
        },
        (error: Error) => {
          if (closed) return;
          work = { ...work, state: 'failed' };
          onFailure(error);
        },
      );
    },
    takeIn: <R>(input: TaskInput) => {
      const mine = turn.then(() => start<R>(REGISTER_TASK, input));
      turn = mine.catch(() => undefined);
      return mine;
    },
    ask: async (question) => {
      const stamp = versionStamp(home);
      if (stamp === undefined) return undefined;
      if (desk?.stamp !== stamp) {
        const old = desk;
        desk = { stamp, open: openDesk(home), users: 0 };
        if (old !== undefined) void letGo(old);
      }
      const mine = desk;
      mine.users++;
      try {
        const open = await mine.open.catch((error: unknown) => {
          if (desk === mine) desk = undefined;
          throw error;
        });
        return open === undefined ? undefined : await question(open);
      } finally {
        mine.users--;
        await letGo(mine);
      }
    },
    close: async () => {
      closed = true;
      for (const task of tasks) task.stop();
      const old = desk;
      desk = undefined;
      if (old !== undefined) await letGo(old);
      await ledger.close();
    },
  };
}

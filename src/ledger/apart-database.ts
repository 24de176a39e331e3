import { LockedError, forkModule } from '#files';
import type { LedgerDatabase, Statement } from './database.ts';
import { lockOf } from './embedded-database.ts';

/** To the process of the database. */
export type ToDatabase = { readonly id: number; readonly statements: readonly Statement[] } | 'close';
/** From it: `id` 0 once it is open. */
export interface FromDatabase {
  readonly id: number;
  readonly rows?: readonly unknown[];
  readonly failure?: string;
  /** Process that has the folder. */
  readonly holder?: number;
}

interface Waiting {
  resolve(rows: readonly unknown[]): void;
  reject(error: Error): void;
}

/**
 * The embedded database of a folder in a process of its own: its 250 MB are not the server's, and its work does not hold the server up. It ends with
 * whoever opened it.
 */
export async function apartDatabase(folder: string, patience: number): Promise<LedgerDatabase> {
  const child = forkModule(new URL('./database-process.ts', import.meta.url), [folder, String(patience)]);
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const reply = (id: number): Promise<readonly unknown[]> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  child.on('message', ({ id, rows, failure, holder }: FromDatabase) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) asked?.resolve(rows ?? []);
    else asked?.reject(holder === undefined ? new Error(failure) : new LockedError(lockOf(folder), holder));
  });
  const ended = new Promise<void>((resolve) => {
    child.on('exit', (code) => {
      for (const asked of waiting.values()) asked.reject(new Error(`the ledger's process ended (${code ?? 'killed'})`));
      waiting.clear();
      resolve();
    });
  });
  await reply(0);
  return {
    transaction: async <T>(statements: readonly Statement[]) => {
      const answered = reply(++last);
      child.send({ id: last, statements } satisfies ToDatabase);
      return (await answered) as readonly T[];
    },
    isOpen: () => child.connected,
    close: async () => {
      if (child.connected) child.send('close' satisfies ToDatabase);
      await ended;
    },
  };
}

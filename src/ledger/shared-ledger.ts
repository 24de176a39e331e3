import { isWanted } from '#files';
import { lockOf } from './embedded-database.ts';
import type { Ledger } from './open-ledger.ts';
import { openLedger } from './open-ledger.ts';

/** A ledger that a server shares with commands: open while there is work, let go soon after or as soon as somebody waits for it. */
export interface SharedLedger {
  /** Opens the ledger if need be, for as long as the work takes. */
  use<T>(work: (ledger: Ledger) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface SharedLedgerOptions {
  /** Milliseconds without work after which it is let go. */
  readonly idle?: number;
  /** Milliseconds to wait for a command that has it. */
  readonly patience?: number;
}

const LOOK = 250;

export function sharedLedger(
  folder: string,
  { idle = 30_000, patience = 30_000 }: SharedLedgerOptions = {},
): SharedLedger {
  let opened: Promise<Ledger> | undefined;
  let closing: Promise<void> = Promise.resolve();
  let users = 0;
  let last = Date.now();
  const letGo = (): Promise<void> => {
    const ledger = opened;
    opened = undefined;
    if (ledger !== undefined) closing = ledger.then((open) => open.close()).catch(() => undefined);
    return closing;
  };
  const look = setInterval(() => {
    if (opened !== undefined && users === 0 && (Date.now() - last > idle || isWanted(lockOf(folder)))) void letGo();
  }, LOOK).unref();
  const open = async (): Promise<Ledger> => {
    const current = opened;
    if (current !== undefined && (await current).isOpen()) return current;
    if (opened === current) {
      opened = closing.then(() => openLedger(folder, { apart: true, patience }));
      const mine = opened;
      mine.catch(() => {
        if (opened === mine) opened = undefined;
      });
    }
    return opened ?? open();
  };
  return {
    use: async (work) => {
      users++;
      try {
        return await work(await open());
      } finally {
        users--;
        last = Date.now();
      }
    },
    close: () => {
      clearInterval(look);
      return letGo();
    },
  };
}

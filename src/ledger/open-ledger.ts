import type { LockOptions } from '#files';
import type { Accounts } from './accounts.ts';
import { accountsOf } from './accounts.ts';
import type { Actions } from './actions.ts';
import { actionsOf } from './actions.ts';
import { apartDatabase } from './apart-database.ts';
import type { LedgerDatabase } from './database.ts';
import { embeddedDatabase } from './embedded-database.ts';
import { serverDatabase } from './server-database.ts';

/** The record of what people did, and who they are. */
export interface Ledger extends Actions {
  readonly accounts: Accounts;
  isOpen(): boolean;
  close(): Promise<void>;
}

export interface LedgerOptions extends LockOptions {
  /** In a process of its own, to spare this one the memory. */
  readonly apart?: boolean;
}

/**
 * Opens the ledger: on the PostgreSQL server that `DATABASE_URL` names, else in a folder, else in memory. A folder is open to one process at a time; one
 * that is in use is waited for (`patience`), then it throws `LockedError`.
 */
export async function openLedger(folder?: string, { apart = false, ...wait }: LedgerOptions = {}): Promise<Ledger> {
  const database = await openDatabase(folder, apart, wait);
  return {
    ...actionsOf(database),
    accounts: accountsOf(database),
    isOpen: () => database.isOpen(),
    close: () => database.close(),
  };
}

function openDatabase(folder: string | undefined, apart: boolean, wait: LockOptions): Promise<LedgerDatabase> {
  const server = process.env['DATABASE_URL'];
  if (server !== undefined && folder !== undefined) return serverDatabase(server);
  return apart && folder !== undefined ? apartDatabase(folder, wait.patience ?? 0) : embeddedDatabase(folder, wait);
}

import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Action, ActionFilter, NewAction } from './action.ts';
import { schema } from './schema.ts';

/** The record of what people did. */
export interface Ledger {
  /** Records an action; it is on disk when the promise resolves. */
  record(action: NewAction): Promise<Action>;
  /** Actions in the order of recording. */
  read(filter?: ActionFilter): Promise<readonly Action[]>;
  close(): Promise<void>;
}

/**
 * Opens the ledger in a folder (PostgreSQL inside this process), or in memory without one. One process at a time: a second
 * one throws with the number of the first. A folder left locked by a process that is gone is taken over.
 */
export async function openLedger(folder?: string): Promise<Ledger> {
  const release = folder === undefined ? () => undefined : lock(folder);
  const database = await PGlite.create(folder === undefined ? {} : { dataDir: join(folder, 'data') }).catch(
    (error: unknown) => {
      release();
      throw error;
    },
  );
  await database.exec(schema);
  return {
    record: async ({ by, kind, subject, body, reason }) => {
      const { rows } = await database.query<Row>(
        `insert into actions (by, kind, subject, body, reason) values ($1, $2, $3, $4, $5) returning ${COLUMNS}`,
        [by, kind, subject, body, reason],
      );
      return actionOf(rows[0]!);
    },
    read: async ({ kind, subject, after = 0, limit = 100_000 } = {}) => {
      const { rows } = await database.query<Row>(
        `select ${COLUMNS} from actions
         where id > $1 and ($2::text is null or kind = $2) and ($3::text is null or subject = $3)
         order by id limit $4`,
        [after, kind ?? null, subject ?? null, limit],
      );
      return rows.map(actionOf);
    },
    close: async () => {
      await database.close();
      release();
    },
  };
}

const COLUMNS = 'id, at, by, kind, subject, body, reason';

type Row = Omit<Action, 'id' | 'at'> & { readonly id: number | bigint; readonly at: Date };

const actionOf = ({ id, at, ...rest }: Row): Action => ({ id: Number(id), at: at.toISOString(), ...rest });

/** Takes the folder for this process; returns what gives it free again. */
function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock');
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(readFileSync(file, 'utf8'));
      if (isRunning(holder)) throw new Error(`the ledger is in use by process ${holder}`, { cause: error });
      rmSync(file, { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

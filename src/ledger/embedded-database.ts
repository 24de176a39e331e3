import { join } from 'node:path';
import type { LockOptions } from '#files';
import { takeLock } from '#files';
import type { LedgerDatabase } from './database.ts';
import { schema } from './schema.ts';

export const lockOf = (folder: string): string => join(folder, 'lock');

/** PostgreSQL inside this process, in a folder that one process has at a time, or in memory without one. */
export async function embeddedDatabase(folder?: string, wait: LockOptions = {}): Promise<LedgerDatabase> {
  const lock = folder === undefined ? undefined : await takeLock(lockOf(folder), wait);
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const database = await PGlite.create(folder === undefined ? {} : { dataDir: join(folder, 'data') });
    await database.exec(schema);
    return {
      transaction: <T>(statements: Parameters<LedgerDatabase['transaction']>[0]) =>
        database.transaction(async (open) => {
          let rows: readonly T[] = [];
          for (const { sql, values = [] } of statements) ({ rows } = await open.query<T>(sql, [...values]));
          return rows;
        }),
      isOpen: () => !database.closed,
      close: async () => {
        await database.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

import type { LedgerDatabase } from './database.ts';
import { schema } from './schema.ts';

/** A PostgreSQL server by its address, `postgres://…`. Its role must own the tables; many processes may use it at once. */
export async function serverDatabase(address: string): Promise<LedgerDatabase> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: address, max: 4, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined); // an idle connection that broke; the next use makes another
  let isOpen = true;
  const close = async (): Promise<void> => {
    isOpen = false;
    await pool.end();
  };
  try {
    await pool.query(schema);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    transaction: async <T>(statements: Parameters<LedgerDatabase['transaction']>[0]) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        let rows: T[] = [];
        for (const { sql, values = [] } of statements) rows = (await client.query(sql, [...values])).rows as T[];
        await client.query('commit');
        client.release();
        return rows;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        client.release(true);
        throw error;
      }
    },
    isOpen: () => isOpen,
    close,
  };
}

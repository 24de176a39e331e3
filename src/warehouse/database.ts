import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBValue } from '@duckdb/node-api';

export interface DatabaseOptions {
  /** File of the database; in memory when left out. */
  readonly path?: string;
  /** Bytes of memory before work spills to disk, e.g. `4GB`. */
  readonly memory?: string;
  readonly threads?: number;
  /** Folder of its own where work spills to; gone when the database is closed. */
  readonly temporary?: string;
}

/** The analytical engine: SQL over tables and Parquet files. */
export interface Database {
  readonly connection: DuckDBConnection;
  run(sql: string, values?: readonly DuckDBValue[]): Promise<void>;
  /** Rows as plain objects: counts and small answers; large results stay in tables. */
  rows<T>(sql: string, values?: readonly DuckDBValue[]): Promise<readonly T[]>;
  /** Rows of one column, a chunk at a time. */
  column(sql: string, each: (values: readonly DuckDBValue[]) => void): Promise<void>;
  /**
   * Makes a view of that name, its rows in a file of the folder where work spills to until the database is closed: for relations larger than memory, which lie
   * there compressed and are read by column. Several queries give the rows of one after the other.
   */
  keep(name: string, ...queries: readonly string[]): Promise<void>;
  /** Another connection to the same tables, with temporary tables of its own: both may work at once. Close it first. */
  beside(): Promise<Database>;
  close(): void;
}

export async function openDatabase({ path, memory, threads, temporary }: DatabaseOptions = {}): Promise<Database> {
  const instance = await DuckDBInstance.create(path ?? ':memory:', {
    ...(memory === undefined ? {} : { memory_limit: memory }),
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(temporary === undefined ? {} : { temp_directory: temporary }),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  let kept = 0;
  const keep = (): string => {
    if (temporary === undefined) throw new Error('a database without a folder to spill to keeps nothing');
    mkdirSync(temporary, { recursive: true, mode: 0o700 });
    return join(temporary, `kept-${kept++}.parquet`);
  };
  return connected(instance, keep, () => {
    instance.closeSync();
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  });
}

async function connected(instance: DuckDBInstance, keep: () => string, afterClose: () => void): Promise<Database> {
  const connection = await instance.connect();
  return {
    connection,
    run: async (sql, values) => {
      await connection.run(sql, values === undefined ? undefined : [...values]);
    },
    rows: async <T>(sql: string, values?: readonly DuckDBValue[]) => {
      const reader = await connection.runAndReadAll(sql, values === undefined ? undefined : [...values]);
      return reader.getRowObjectsJS().map(plainNumbers) as readonly T[];
    },
    column: async (sql, each) => {
      const result = await connection.stream(sql);
      for (
        let chunk = await result.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      )
        each(chunk.getColumnValues(0));
    },
    keep: async (name, ...queries) => {
      const paths = queries.map(() => sqlText(keep()));
      for (const [index, sql] of queries.entries())
        await connection.run(`COPY (${sql}) TO ${paths[index]!} (FORMAT parquet)`);
      await connection.run(`CREATE OR REPLACE TEMP VIEW ${name} AS FROM read_parquet([${paths.join(', ')}])`);
    },
    beside: () => connected(instance, keep, () => undefined),
    close: () => {
      connection.closeSync();
      afterClose();
    },
  };
}

/** Counts come as bigint; everything here stays far below 2^53. */
const plainNumbers = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
  );

/** A name of a table or column as SQL. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL, for what cannot be a parameter: paths of table functions, codes of a pack. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

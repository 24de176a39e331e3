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
  /** What is kept (`keep`) stays in memory; for what is small. */
  readonly keepInMemory?: boolean;
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
   * Makes a view of that name, its rows in a file of the folder where work spills to or in memory, until the database is closed. Relations
   * larger than memory lie compressed in their files and are read by column. Several queries give the rows of one after the other.
   */
  keep(name: string, ...queries: readonly string[]): Promise<void>;
  /** Names of temporary tables, but for those that hold what is kept. */
  tables(): Promise<readonly string[]>;
  /** Another connection to the same tables, with temporary tables of its own: both may work at once. Close it first. */
  beside(): Promise<Database>;
  close(): void;
}

export async function openDatabase({
  path,
  memory,
  threads,
  temporary,
  keepInMemory = false,
}: DatabaseOptions = {}): Promise<Database> {
  const instance = await DuckDBInstance.create(path ?? ':memory:', {
    ...(memory === undefined ? {} : { memory_limit: memory }),
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(temporary === undefined ? {} : { temp_directory: temporary }),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  let kept = 0;
  const store: Store = async (connection, sql) => {
    const name = `${KEPT}${kept++}`;
    if (temporary === undefined || keepInMemory) {
      await connection.run(`CREATE TEMP TABLE ${name} AS ${sql}`);
      return name;
    }
    mkdirSync(temporary, { recursive: true, mode: 0o700 });
    const path = sqlText(join(temporary, `${name}.parquet`));
    await connection.run(`COPY (${sql}) TO ${path} (FORMAT parquet)`);
    return `read_parquet(${path})`;
  };
  return connected(instance, store, () => {
    instance.closeSync();
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  });
}

/** Tables that hold what is kept in memory are named so. */
const KEPT = 'kept_';

/** Puts the rows of a query where they are kept; gives their relation. */
type Store = (connection: DuckDBConnection, sql: string) => Promise<string>;

async function connected(instance: DuckDBInstance, store: Store, afterClose: () => void): Promise<Database> {
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
      const parts: string[] = [];
      for (const sql of queries) parts.push(await store(connection, sql));
      await connection.run(`CREATE OR REPLACE TEMP VIEW ${name} AS FROM ${parts.join(' UNION ALL FROM ')}`);
    },
    tables: async () => {
      const reader = await connection.runAndReadAll('SELECT table_name FROM duckdb_tables() WHERE temporary');
      return reader
        .getColumns()[0]!
        .map(String)
        .filter((name) => !name.startsWith(KEPT));
    },
    beside: () => connected(instance, store, () => undefined),
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

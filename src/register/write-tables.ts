import { join } from 'node:path';
import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';
import type { Table } from './versions.ts';

/** Tables are sorted by what they are asked by; small groups of rows make one person a matter of one group. */
const ROWS_TOGETHER = 8192;

export interface TableWriter {
  /** Writes a table of the version in the making; gives the relation of its file. */
  write(table: Table, sql: string): Promise<string>;
  /** The same, and makes it a relation of that name. */
  make(table: Table, sql: string): Promise<void>;
}

export function tableWriter(database: Database, folder: string): TableWriter {
  const write = async (table: Table, sql: string): Promise<string> => {
    const path = sqlText(join(folder, `${table}.parquet`));
    await database.run(
      `COPY (${sql}) TO ${path} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE ${ROWS_TOGETHER})`,
    );
    return `read_parquet(${path})`;
  };
  return {
    write,
    make: async (table, sql) => database.run(`CREATE OR REPLACE TEMP VIEW ${table} AS FROM ${await write(table, sql)}`),
  };
}

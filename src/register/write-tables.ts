import { join } from 'node:path';
import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';
import { writeAskedFiles } from './asked-files.ts';
import type { Table } from './versions.ts';
import { askedBy, filesSql } from './versions.ts';

/** Tables are sorted by what they are asked by; small groups of rows make one person a matter of one group. */
const FORMAT = 'COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 8192';

export interface TableWriter {
  /** Writes a table of the version in the making; gives the relation of its files. */
  write(table: Table, sql: string): Promise<string>;
  /** The same, and makes it a relation of that name. */
  make(table: Table, sql: string): Promise<void>;
}

export function tableWriter(database: Database, folder: string): TableWriter {
  const write = async (table: Table, sql: string): Promise<string> => {
    const column = askedBy(table);
    if (column !== undefined) await writeAskedFiles(database, join(folder, table), sql, column, FORMAT);
    else
      await database.run(`COPY (${sql}) TO ${sqlText(join(folder, `${table}.parquet`))} (FORMAT parquet, ${FORMAT})`);
    return filesSql(folder, table);
  };
  return {
    write,
    make: async (table, sql) => database.run(`CREATE OR REPLACE TEMP VIEW ${table} AS FROM ${await write(table, sql)}`),
  };
}

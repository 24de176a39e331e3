import { join } from 'node:path';
import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';
import { writeAskedFiles } from './asked-files.ts';
import type { Table } from './versions.ts';
import { askedBy, filesSql } from './versions.ts';

/** One person is a matter of one small group of rows in a table that lies in files by what it is asked by; in the others many groups would be passed over. */
const ROWS_TOGETHER = { asked: 8192, other: 32_768 } as const;

export interface TableWriter {
  /** Writes a table of the version in the making; gives the relation of its files. */
  write(table: Table, sql: string): Promise<string>;
  /** The same, and makes it a relation of that name. */
  make(table: Table, sql: string): Promise<void>;
}

export function tableWriter(database: Database, folder: string): TableWriter {
  const write = async (table: Table, sql: string): Promise<string> => {
    const column = askedBy(table);
    const format = `COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE ${ROWS_TOGETHER[column === undefined ? 'other' : 'asked']}`;
    if (column !== undefined) await writeAskedFiles(database, join(folder, table), sql, column, format);
    else
      await database.run(`COPY (${sql}) TO ${sqlText(join(folder, `${table}.parquet`))} (FORMAT parquet, ${format})`);
    return filesSql(folder, table);
  };
  return {
    write,
    make: async (table, sql) => database.run(`CREATE OR REPLACE TEMP VIEW ${table} AS FROM ${await write(table, sql)}`),
  };
}

import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';

/** Writes what a query gives to a Parquet file. Level 1: nearly all is tokens and hashes, which no higher level makes smaller. */
export const writeParquet = (database: Database, sql: string, file: string): Promise<void> =>
  database.run(`COPY (${sql}) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`);

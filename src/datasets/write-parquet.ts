import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';

/**
 * Writes what a query gives to a Parquet file. Nearly all is tokens and hashes: no level above 1 makes them smaller, and a dictionary of more values than some
 * thousands costs more than it saves. Small groups of rows make one of many a matter of one group, where they are sorted by what is asked for.
 */
export const writeParquet = (database: Database, sql: string, file: string, rowsTogether = 122_880): Promise<void> =>
  database.run(
    `COPY (${sql}) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 4096, ROW_GROUP_SIZE ${rowsTogether})`,
  );

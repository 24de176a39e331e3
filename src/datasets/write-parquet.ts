import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';

/**
 * Writes what a query gives to a Parquet file. Nearly all is tokens and hashes: no level above 1 makes them smaller, and a dictionary of more values than some
 * thousands costs more than it saves. One row of many, asked for by its number or by what the rows are sorted by, is a matter of one group: the smaller they are, the less is unpacked and the more passed over.
 */
export const writeParquet = (database: Database, sql: string, file: string, rowsTogether = 32_768): Promise<void> =>
  database.run(
    `COPY (${sql}) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 4096, ROW_GROUP_SIZE ${rowsTogether})`,
  );

import { renameSync, rmSync } from 'node:fs';
import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';
import { writeParquet } from './write-parquet.ts';

/** Rows of a file that are worked on at a time, so that what they need stays in memory however long the file is. */
export const ROWS_AT_ONCE = 500_000;

/** Makes view `source` of one part of table `whole` after another, by its lines, and has each worked on. */
export async function eachPart(
  database: Database,
  rowsAtOnce: number,
  work: (part: number) => Promise<void>,
): Promise<void> {
  const [ends] = await database.rows<{ first: number | null; last: number | null }>(
    'SELECT min(line) AS first, max(line) AS last FROM whole',
  );
  const first = ends!.first ?? 1;
  const last = ends!.last ?? first;
  for (let from = first, part = 0; from <= last; from += rowsAtOnce, part++) {
    await database.run(`CREATE OR REPLACE TEMP VIEW source AS
      SELECT * FROM whole WHERE line BETWEEN ${from} AND ${from + rowsAtOnce - 1}`);
    await work(part);
  }
}

/** Makes one Parquet file of the files of the parts, in their order. */
export async function joinParts(
  database: Database,
  files: readonly string[],
  file: string,
  rowsTogether?: number,
): Promise<void> {
  if (files.length === 1) return renameSync(files[0]!, file);
  await writeParquet(database, `FROM read_parquet([${files.map(sqlText).join(', ')}])`, file, rowsTogether);
  for (const part of files) rmSync(part);
}

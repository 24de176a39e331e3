import type { Database } from '#warehouse';

/** Rows of a file that are worked on at a time, so that what they need stays in memory however long the file is, and that are landed in files of their own. */
export const ROWS_AT_ONCE = 500_000;

/** Makes view `source` of one stretch of table `whole` after another, by its lines, and has each worked on. */
export async function eachStretch(
  database: Database,
  rowsAtOnce: number,
  work: (stretch: number) => Promise<void>,
): Promise<void> {
  const [ends] = await database.rows<{ first: number | null; last: number | null }>(
    'SELECT min(line) AS first, max(line) AS last FROM whole',
  );
  const first = ends!.first ?? 1;
  const last = ends!.last ?? first;
  for (let from = first, stretch = 0; from <= last; from += rowsAtOnce, stretch++) {
    await database.run(`CREATE OR REPLACE TEMP VIEW source AS
      SELECT * FROM whole WHERE line BETWEEN ${from} AND ${from + rowsAtOnce - 1}`);
    await work(stretch);
  }
}

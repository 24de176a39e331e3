import type { Dataset, Pack } from '#plan';
import type { Database } from '#warehouse';
import { sqlName, sqlText } from '#warehouse';
import type { Part } from './batch.ts';
import { faultyName } from './check-rows.ts';
import { eventsSql, personsSql, signsSql } from './person-sql.ts';
import { writeParquet } from './write-parquet.ts';

/** How the rows of a stretch of lines came out. */
export interface StretchCounts {
  readonly rows: number;
  readonly accepted: number;
  /** Reasons of quarantine, each with how often. */
  readonly reasons: readonly { readonly reason: string; readonly n: number }[];
  /** By field of the contract, in its order. */
  readonly filled: readonly number[];
  readonly faulty: readonly number[];
}

/** Writes the Parquet files of a stretch out of view `clean`, and counts. */
export async function landStretch(
  database: Database,
  pack: Pack,
  dataset: Dataset,
  id: string,
  fileOf: (part: Part) => string,
): Promise<StretchCounts> {
  const names = dataset.fields.map((field) => sqlName(field.id)).filter((name) => name !== '"known_since"');
  const written: Readonly<Record<Part, string>> = {
    rows: `SELECT row_id, line, ${sqlText(id)} AS batch, known_since, ${names.join(', ')} FROM clean`,
    persons: personsSql(dataset, pack.codeTables),
    events: eventsSql(dataset),
    signs: signsSql(dataset),
  };
  for (const [part, sql] of Object.entries(written)) await writeParquet(database, sql, fileOf(part as Part));
  const reasons = await database.rows<{ reason: string; n: number }>(
    `SELECT reason, count(*) AS n FROM (SELECT unnest(reasons) AS reason FROM checked) q GROUP BY reason`,
  );
  const [counts] = await database.rows<Record<string, number>>(
    `SELECT count(*) AS rows, count(*) FILTER (len(reasons) = 0) AS accepted, ${dataset.fields
      .flatMap(({ id: field }, index) => [
        `count(*) FILTER (${sqlName(`${field}.filled`)}) AS f${index}`,
        `count(*) FILTER (${faultyName(field)}) AS b${index}`,
      ])
      .join(', ')} FROM checked`,
  );
  return {
    rows: counts!['rows']!,
    accepted: counts!['accepted']!,
    reasons,
    filled: dataset.fields.map((_, index) => counts![`f${index}`]!),
    faulty: dataset.fields.map((_, index) => counts![`b${index}`]!),
  };
}

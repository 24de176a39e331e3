import { join } from 'node:path';
import type { Dataset, Pack } from '#plan';
import type { Database } from '#warehouse';
import { sqlName, sqlText } from '#warehouse';
import type { FieldQuality } from './batch.ts';
import { faultyName } from './check-rows.ts';
import { eventsSql, personsSql, signsSql } from './person-sql.ts';
import type { Source } from './read-source.ts';
import { writeParquet } from './write-parquet.ts';

/** How a file came out: `read` counted by its reader, the others by the engine. */
export interface Counts {
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** Reasons of quarantine, each with how often, the most frequent first. */
  readonly reasons: readonly string[];
  readonly quality: readonly FieldQuality[];
  readonly knownUntil: string | null;
}

/** Writes the Parquet files of a batch out of table `clean`, and counts. Rows that went missing on the way are a bug: it throws. */
export async function landBatch(
  database: Database,
  pack: Pack,
  dataset: Dataset,
  source: Source,
  id: string,
  folder: string,
): Promise<Counts> {
  const copy = (sql: string, part: string): Promise<void> =>
    writeParquet(database, sql, join(folder, `${part}.parquet`));
  const names = dataset.fields.map((field) => sqlName(field.id));
  await copy(
    `SELECT row_id, line, ${sqlText(id)} AS batch, known_since, ${names.filter((name) => name !== '"known_since"').join(', ')} FROM clean`,
    'rows',
  );
  await copy(personsSql(dataset, pack.codeTables), 'persons');
  await copy(eventsSql(dataset), 'events');
  await copy(signsSql(dataset), 'signs');
  return count(database, dataset, source);
}

async function count(database: Database, dataset: Dataset, { records, broken }: Source): Promise<Counts> {
  const [totals] = await database.rows<{ rows: number; accepted: number; known: string | null }>(
    `SELECT count(*) AS rows, count(*) FILTER (len(reasons) = 0) AS accepted,
     quantile_disc(${sqlName(dataset.knownSince)}, 0.99) FILTER (len(reasons) = 0)::VARCHAR AS known FROM checked`,
  );
  const { rows, accepted, known } = totals!;
  if (rows + broken.length !== records)
    throw new Error(`${records} records were read, ${rows} are in the table and ${broken.length} were broken`);
  const reasons = await database.rows<{ reason: string; n: number }>(
    `SELECT reason, count(*) AS n FROM (SELECT unnest(reasons) AS reason FROM checked) q GROUP BY reason ORDER BY n DESC, reason`,
  );
  const [quality] = await database.rows<Record<string, number>>(
    `SELECT ${dataset.fields
      .flatMap(({ id }, index) => [
        `count(*) FILTER (${sqlName(`${id}.filled`)}) AS f${index}`,
        `count(*) FILTER (${faultyName(id)}) AS b${index}`,
        `approx_count_distinct(${sqlName(id)}) AS d${index}`,
      ])
      .join(', ')} FROM checked`,
  );
  return {
    read: records,
    accepted,
    quarantined: rows - accepted + broken.length,
    reasons: [...reasons.map(({ reason, n }) => `${reason} ${n}`), ...brokenReasons(broken)],
    quality: dataset.fields.map(({ id: field }, index) => ({
      field,
      filled: quality![`f${index}`]!,
      faulty: quality![`b${index}`]!,
      distinct: quality![`d${index}`]!,
    })),
    knownUntil: known,
  };
}

/** Why records could not be told into columns, and how often. */
function brokenReasons(broken: Source['broken']): readonly string[] {
  const counts = new Map<string, number>();
  for (const { reason } of broken) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([reason, count]) => `row:${reason} ${count}`);
}

import type { Database } from '#warehouse';
import type { RegisterVersion } from '../versions.ts';
import { eventsSql, tableSql } from '../versions.ts';

export interface IdentifierChanges {
  readonly version: number;
  /** Day up to which its data were known. */
  readonly day: string;
  readonly created: number;
  readonly merged: number;
  readonly split: number;
  /** People whose own records are the very same as in the version before, and how many of them kept their identifier; of the last version only. */
  readonly untouched?: number;
  readonly kept?: number;
}

export async function identifierChanges(
  database: Database,
  home: string,
  { version }: RegisterVersion,
): Promise<readonly IdentifierChanges[]> {
  const changes = await database.rows<IdentifierChanges>(
    `SELECT regexp_extract(filename, 'v(\\d+)/event', 1)::INTEGER AS version, max(day)::VARCHAR AS day, count(*) FILTER (kind = 'created') AS created,
     count(*) FILTER (kind = 'merged') AS merged, count(*) FILTER (kind = 'split') AS split
     FROM ${eventsSql(home, version)} GROUP BY 1 ORDER BY 1`,
  );
  if (version < 2) return changes;
  const own = (of: number): string =>
    `SELECT person_id, list(record_id ORDER BY record_id) AS records FROM ${tableSql(home, of, 'link')} WHERE is_own GROUP BY 1`;
  const [stable] = await database.rows<{ untouched: number; kept: number }>(
    `SELECT count(*) AS untouched, count(*) FILTER (a.person_id = b.person_id) AS kept FROM (${own(version - 1)}) a JOIN (${own(version)}) b USING (records)`,
  );
  return changes.map((change) => (change.version === version ? { ...change, ...stable } : change));
}

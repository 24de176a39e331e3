import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';
import type { DatedBatch } from '../resolve/mention-sql.ts';
import { isRowOf, mentionSql } from '../resolve/mention-sql.ts';
import { recordSql } from '../resolve/record-sql.ts';
import type { DoubtfulPair } from '../resolve/resolve.ts';
import type { Table } from '../versions.ts';

/**
 * Links of everybody out of those of the version before and those found now (`link`, where people of `fixed` are there in part): table `all_link`, with
 * `changed(person_id)`, all who are new, gained or lost a record or are no more. Then `mention`, `record` and `link` are made anew for those changed.
 */
export async function carryLinks(
  database: Database,
  home: string,
  pack: Pack,
  batches: readonly DatedBatch[],
  before: string,
): Promise<void> {
  const table = (name: string, sql: string): Promise<void> =>
    database.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`);
  await table(
    'moved',
    `SELECT DISTINCT f.person_id, k.person_id AS now FROM fixed f JOIN link k USING (record_id) WHERE k.person_id <> f.person_id`,
  );
  await table('found', `SELECT * EXCLUDE (rid) FROM link WHERE record_id NOT IN (SELECT record_id FROM fixed)`);
  await table(
    'changed',
    `SELECT person_id FROM found UNION FROM reopened UNION SELECT person_id FROM moved UNION SELECT now FROM moved`,
  );
  await table(
    'all_link',
    `SELECT (row_number() OVER () - 1)::INTEGER AS rid, * FROM (
       SELECT l.* REPLACE (coalesce(m.now, l.person_id) AS person_id) FROM read_parquet(${sqlText(before)}) l LEFT JOIN moved m USING (person_id)
     WHERE l.person_id NOT IN (FROM reopened) UNION ALL BY NAME (FROM found ORDER BY person_id))`,
  );
  await table('wanted_row', `SELECT DISTINCT row_key FROM all_link WHERE person_id IN (FROM changed)`);
  await database.run(mentionSql(home, batches, pack, isRowOf('wanted_row')));
  await table(
    'trusted',
    `SELECT record_id, number FROM all_link WHERE row_key IN (FROM wanted_row) AND number IS NOT NULL`,
  );
  await database.run(recordSql);
  await table(
    'link',
    `SELECT k.* REPLACE (r.rid AS rid) FROM all_link k JOIN record r USING (record_id) WHERE k.person_id IN (FROM changed)`,
  );
}

const pair = ({ records }: DoubtfulPair): string => records.toSorted().join('|');

/** Pairs for a clerk: those of before whose people stayed as they were, and those found now. */
export async function carryDoubtful(
  database: Database,
  before: readonly DoubtfulPair[],
  found: readonly DoubtfulPair[],
): Promise<readonly DoubtfulPair[]> {
  const rows = await database.rows<{ record_id: string }>(
    `SELECT record_id FROM all_link WHERE record_id IN (SELECT unnest($1::JSON::VARCHAR[])) AND person_id IN (FROM changed)`,
    [JSON.stringify(before.flatMap(({ records }) => records))],
  );
  const changed = new Set(rows.map(({ record_id }) => record_id));
  const again = new Set(found.map(pair));
  return [...before.filter((one) => !again.has(pair(one)) && !one.records.some((id) => changed.has(id))), ...found];
}

/** Adds those who did not change to tables `person`, `life`, `spell` and `key`; makes `link` and a `record` of what it says for everybody. */
export async function carryPersons(database: Database, before: (table: Table) => string): Promise<void> {
  for (const [table, file] of [
    ['person', 'person'],
    ['life', 'person'],
    ['spell', 'spell'],
    ['key', 'key'],
  ] as const) {
    const columns = (await database.rows<{ column_name: string }>(`SELECT column_name FROM (DESCRIBE ${table})`)).map(
      ({ column_name }) => column_name,
    );
    await database.run(
      `CREATE OR REPLACE TEMP TABLE carried AS SELECT ${columns.join(', ')} FROM read_parquet(${sqlText(before(file))})
       WHERE person_id NOT IN (FROM changed);
       INSERT INTO carried FROM ${table}; DROP TABLE ${table}; ALTER TABLE carried RENAME TO ${table}`,
    );
  }
  await database.run(
    `DROP TABLE link; ALTER TABLE all_link RENAME TO link; DROP TABLE record; CREATE OR REPLACE TEMP VIEW record AS FROM link`,
  );
}

import type { Database } from '#warehouse';
import { pairKey } from '../resolve/decisions.ts';
import { keepRecords } from '../resolve/record-sql.ts';
import type { DoubtfulPair } from '../resolve/resolve.ts';
import type { Table } from '../versions.ts';
import type { TableWriter } from '../write-tables.ts';
import { temporaryTable } from './temporary-table.ts';
import { mentionOf } from './touched.ts';

/**
 * Out of the links found now (relation `found`, where people of `fixed` are there in part) and those of the version before makes relation `link_of_everybody`, and
 * table `changed(person_id)`: all who are new, gained or lost a record, stand in a row with a record that is somebody else's now, or are no more.
 */
export async function joinLinks(database: Database, before: string): Promise<void> {
  const table = temporaryTable(database);
  await table(
    'moved',
    `SELECT DISTINCT f.person_id, k.person_id AS now FROM fixed f JOIN found k USING (record_id) WHERE k.person_id <> f.person_id`,
  );
  await table('news', `FROM found WHERE record_id NOT IN (SELECT record_id FROM fixed)`);
  await table(
    'shifted_row',
    `SELECT row_key FROM found JOIN previous USING (record_id) WHERE found.person_id <> previous.person_id
     UNION SELECT row_key FROM ${before} WHERE person_id IN (SELECT person_id FROM moved)`,
  );
  await database.run(`CREATE OR REPLACE TEMP VIEW link_of_everybody AS
    SELECT l.* REPLACE (coalesce(m.now, l.person_id) AS person_id) FROM ${before} l LEFT JOIN moved m USING (person_id)
    WHERE l.person_id NOT IN (FROM reopened) UNION ALL BY NAME FROM news`);
  await table(
    'changed',
    `SELECT person_id FROM news UNION FROM reopened UNION SELECT person_id FROM moved UNION SELECT now FROM moved
     UNION SELECT person_id FROM link_of_everybody WHERE row_key IN (FROM shifted_row)`,
  );
}

/**
 * Makes relation `link` of those changed alone, `link_of_rows` of everybody in their rows, `mention` and `record` of these rows. Those of whom not every row was read
 * (table `unread`) only stand in a row with somebody who went to another person: what they are themselves is as it was.
 */
export async function narrowToChanged(database: Database): Promise<void> {
  const table = temporaryTable(database);
  await table('wanted_row', 'SELECT DISTINCT row_key FROM link_of_everybody WHERE person_id IN (FROM changed)');
  await database.keep('link_of_rows', 'FROM link_of_everybody WHERE row_key IN (FROM wanted_row)');
  await database.keep('link', 'FROM link_of_rows WHERE person_id IN (FROM changed)');
  await table('unread', 'SELECT DISTINCT person_id FROM link WHERE row_key NOT IN (SELECT row_key FROM landed)');
  await mentionOf(database, 'wanted_row');
  await table('fixed', 'SELECT record_id, person_id, number FROM link_of_rows');
  await keepRecords(database);
}

/** Gives those of `unread` the rows in a relation that they had before. */
export async function keepUnread(database: Database, relation: string, before: string): Promise<void> {
  const unread = await database.rows('FROM unread LIMIT 1');
  if (unread.length === 0) return;
  const columns = await columnsOf(database, relation);
  await database.keep(
    relation,
    `FROM ${relation} WHERE person_id NOT IN (FROM unread) UNION ALL SELECT ${columns} FROM ${before} WHERE person_id IN (FROM unread)`,
  );
}

/** Pairs for a clerk: those of before whose people stayed as they were, and those found now. */
export async function carryDoubtful(
  database: Database,
  before: readonly DoubtfulPair[],
  found: readonly DoubtfulPair[],
): Promise<readonly DoubtfulPair[]> {
  const rows = await database.rows<{ record_id: string }>(
    `SELECT record_id FROM link WHERE record_id IN (SELECT unnest($1::JSON::VARCHAR[]))`,
    [JSON.stringify(before.flatMap(({ records }) => records))],
  );
  const changed = new Set(rows.map(({ record_id }) => record_id));
  const again = new Set(found.map(({ records }) => pairKey(records)));
  return [
    ...before.filter(({ records }) => !again.has(pairKey(records)) && !records.some((id) => changed.has(id))),
    ...found,
  ];
}

/** Adds those who did not change to `person`, `life` and, in the version, `spell`, `key` and `life_event`; `link` is of everybody again. */
export async function addUnchanged(
  database: Database,
  before: (table: Table) => string,
  tables: TableWriter,
): Promise<void> {
  const added = async (relation: string, table: Table): Promise<string> => {
    const columns = await columnsOf(database, relation);
    return `SELECT ${columns} FROM ${before(table)} WHERE person_id NOT IN (FROM changed) UNION ALL FROM ${relation}`;
  };
  for (const relation of ['person', 'life']) await database.keep(relation, await added(relation, 'person'));
  for (const table of ['spell', 'key', 'life_event'] as const) await tables.write(table, await added(table, table));
  await tables.make('link', 'FROM link_of_everybody');
}

async function columnsOf(database: Database, relation: string): Promise<string> {
  const columns = await database.rows<{ name: string }>(`SELECT column_name AS name FROM (DESCRIBE ${relation})`);
  return columns.map(({ name }) => name).join(', ');
}

import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import { keysSql } from './keys-sql.ts';
import type { DatedBatch } from '../resolve/mention-sql.ts';
import { isRowOf, mentionSql } from '../resolve/mention-sql.ts';
import { numberKey } from '../resolve/person-keys.ts';
import type { Decision } from '../resolve/resolve.ts';
import { temporaryTable } from './temporary-table.ts';

interface Touched {
  /** All batches in the order of landing; the last `fresh` of them are new. */
  readonly batches: readonly DatedBatch[];
  readonly fresh: number;
  /** Decisions made or taken back since. */
  readonly decisions: readonly Decision[];
  /** Tables of the version before. */
  readonly link: string;
  readonly key: string;
}

/** A key that more people share tells nobody apart. */
const MOST_SHARING = 200;

const EMPTY = `SELECT NULL::VARCHAR AS record_id, NULL::VARCHAR AS person_id, NULL::VARCHAR AS number WHERE false`;

/**
 * Tables for a refresh that works through everything: `previous` holds the links of the version before (if any) and nobody is fixed.
 */
export async function wholeScope(database: Database, link?: string): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE fixed AS ${EMPTY}`);
  await database.run(
    `CREATE OR REPLACE TEMP TABLE fixed_person (person_id VARCHAR, records BIGINT, since DATE, number VARCHAR)`,
  );
  await database.run(
    `CREATE OR REPLACE TEMP VIEW previous AS ${link === undefined ? EMPTY : `SELECT record_id, person_id FROM ${link}`}`,
  );
}

/**
 * What new batches and decisions touch, as tables. `reopened(person_id)`: everybody in a row delivered or decided on now, and everybody who shares
 * a key with it where one of the two has no number; their records are worked on anew. Who shares a key with one of them that has no number, or stands in
 * one row with one of them, is there too but stays one person: `fixed(record_id, person_id, number)`. `mention` holds the rows of both, `previous` the
 * links of before of these rows; `landed` all rows of everybody who stands in them, read in one go.
 */
export async function touchedScope(
  database: Database,
  home: string,
  pack: Pack,
  { batches, fresh, decisions, link: links, key: keys }: Touched,
): Promise<void> {
  const table = temporaryTable(database);
  const old = batches.length - fresh;
  if (decisions.length === 0 && fresh > 0) await table('delivered', mentionSql(home, batches.slice(old), pack));
  else {
    await table('decided_row', `SELECT row_key FROM ${links} WHERE record_id IN (SELECT unnest($1::JSON::VARCHAR[]))`, [
      JSON.stringify(decisions.flatMap(({ records }) => records)),
    ]);
    await table('delivered', mentionSql(home, batches, pack, `f.batch >= ${old} OR ${isRowOf('decided_row')}`));
  }
  await table(
    'news_key',
    `SELECT key, bool_or(is_loose) AS is_loose FROM (SELECT key, of AS is_loose FROM (${keysSql('delivered m', 'NOT coalesce(m.id_valid, false)')})
     UNION ALL SELECT ${numberKey('m')}, true FROM delivered m) GROUP BY key`,
  );
  await table('touched_row', 'SELECT DISTINCT row_key FROM delivered');
  const sharing = (with_: string): string =>
    `SELECT person_id FROM ${keys} k JOIN ${with_} n USING (key) WHERE (k.is_loose OR n.is_loose)
     AND key IN (SELECT key FROM ${keys} WHERE key IN (SELECT key FROM ${with_}) GROUP BY key HAVING count(*) <= ${MOST_SHARING})`;
  await table(
    'reopened',
    `SELECT person_id FROM ${links} WHERE row_key IN (FROM touched_row) UNION ${sharing('news_key')}`,
  );
  await table(
    'loose_key',
    `SELECT DISTINCT key, is_loose FROM ${keys} WHERE is_loose AND person_id IN (FROM reopened)`,
  );
  await table('near', `SELECT person_id FROM reopened UNION ${sharing('loose_key')}`);
  await table(
    'wanted_row',
    `SELECT row_key FROM touched_row UNION SELECT row_key FROM ${links} WHERE person_id IN (FROM near)`,
  );
  await table('previous', `SELECT record_id, person_id FROM ${links} WHERE row_key IN (FROM wanted_row)`);
  await table(
    'around',
    `SELECT row_key, person_id, first_known, number FROM ${links} WHERE person_id IN (SELECT person_id FROM previous)`,
  );
  await table('read_row', 'FROM wanted_row UNION SELECT row_key FROM around');
  await table('landed', mentionSql(home, batches, pack, isRowOf('read_row')));
  await mentionOf(database, 'wanted_row');
  await table(
    'fixed_person',
    `SELECT person_id, count(*) AS records, min(first_known) AS since, min(number) AS number FROM around
     WHERE person_id NOT IN (FROM reopened) GROUP BY person_id`,
  );
  await table('fixed', `SELECT record_id, person_id, number FROM previous JOIN fixed_person USING (person_id)`);
}

/** Relation `mention` of those landed rows that are in a table. */
export const mentionOf = (database: Database, rows: string): Promise<void> =>
  database.run(`CREATE OR REPLACE TEMP VIEW mention AS FROM landed WHERE row_key IN (FROM ${rows})`);

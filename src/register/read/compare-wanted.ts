import type { LinkageModel, LoadColumn } from '#linkage';
import { agreementSql, duckdb, frequencyColumns, frequencySql, preparedSql } from '#linkage';
import type { Database } from '#warehouse';
import { duckdbEngine } from '#warehouse';
import { FREQUENT, frequencyKey } from '../persons/frequency-sql.ts';
import { COMPARED, nodeSql } from '../resolve/node-sql.ts';
import { keysSql } from '../scope/keys-sql.ts';
import type { Said } from './wanted.ts';

/** The keys by which people of table `key` share something with any of what is wanted. */
export async function keysOf(database: Database, wanted: readonly Said[]): Promise<readonly string[]> {
  await loadRecords(database, 'asked', wanted, [...COMPARED, 'id_token', 'household']);
  const keys = await database.rows<{ key: string }>(
    `SELECT DISTINCT key::VARCHAR AS key FROM (${keysSql('asked m', '0')})`,
  );
  return keys.map(({ key }) => key);
}

/** Patterns of agreement by a model of each of some people with the one asked for; how frequent names and days are, table `frequency` says. */
export async function compareWanted(
  database: Database,
  asked: Said,
  open: readonly Said[],
  model: LinkageModel,
  frequency: string,
): Promise<Float64Array> {
  const engine = duckdbEngine(database.connection);
  const records = [asked, ...open];
  await loadRecords(database, 'record', records, COMPARED);
  const numbers = Int32Array.from(records.keys());
  const column = (name: string): LoadColumn => ({ name, type: 'integer', values: numbers });
  await engine.load('label', [column('rid'), column('label'), column('number')]);
  await engine.load('unit', [column('rid'), column('unit')]);
  for (const sql of nodeSql(['none'])) await database.run(sql);
  const bearers = await bearersOf(database, frequency);
  for (const name of frequencyColumns(model)) {
    const counted = `(SELECT ${name} FROM record, range(${Math.max(1, bearers[name] ?? 1)}) WHERE rid = 0)`;
    await database.run(frequencySql(model, name, counted, duckdb));
  }
  await database.run(preparedSql(model, 'node', duckdb));
  await database.run('CREATE OR REPLACE TEMP TABLE pairs AS SELECT 0 AS l, no AS r FROM node WHERE no > 0');
  const patterns = `SELECT pattern FROM (${agreementSql(model, 'pairs', duckdb)}) ORDER BY r`;
  return (await engine.numbers(patterns))['pattern']!;
}

/** How many people bear what the first record of table `record` says, by column. */
async function bearersOf(database: Database, frequency: string): Promise<Readonly<Record<string, number>>> {
  const keys = await database.rows<{ column: string; key: string }>(
    FREQUENT.map(
      (name) => `SELECT '${name}' AS column, ${frequencyKey(name, name)}::VARCHAR AS key FROM record WHERE rid = 0`,
    ).join(' UNION ALL '),
  );
  const found = await database.rows<{ key: string; people: number }>(
    `SELECT key::VARCHAR AS key, people FROM ${frequency} WHERE key IN (${keys.map(({ key }) => `${key}::UBIGINT`).join(', ')})`,
  );
  const people = new Map(found.map((one) => [one.key, one.people]));
  return Object.fromEntries(keys.map(({ column, key }) => [column, people.get(key) ?? 0]));
}

/** A table of records, each in a row of its own, with the columns that comparing needs. */
async function loadRecords(
  database: Database,
  table: string,
  records: readonly Said[],
  columns: readonly string[],
): Promise<void> {
  const text = (name: string): LoadColumn => ({
    name,
    type: 'text',
    values: records.map((record) => record[name] ?? null),
  });
  await duckdbEngine(database.connection).load('said', [
    { name: 'rid', type: 'integer', values: Int32Array.from(records.keys()) },
    ...[...columns, 'number'].map(text),
  ]);
  await database.run(`CREATE OR REPLACE TEMP TABLE ${table} AS
    SELECT *, rid AS row_key, 'person' AS dataset, 'self' AS role, true AS is_own, false AS unnamed FROM said`);
}

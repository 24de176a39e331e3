import type { LinkageModel, LoadColumn } from '#linkage';
import { agreementSql, duckdb, frequencyColumns, frequencySql, preparedSql } from '#linkage';
import type { Database } from '#warehouse';
import { duckdbEngine } from '#warehouse';
import { COMPARED, nodeSql } from '../resolve/node-sql.ts';
import { keysSql } from '../scope/keys-sql.ts';
import type { Said } from './wanted.ts';

/** Makes table `asked` of what is wanted, and gives the keys by which people of table `key` share something with it. */
export async function keysOf(database: Database, asked: Said): Promise<readonly string[]> {
  await loadRecords(database, 'asked', [asked], [...COMPARED, 'id_token', 'household']);
  const keys = await database.rows<{ key: string }>(
    `SELECT DISTINCT key::VARCHAR AS key FROM (${keysSql('asked m', '0')})`,
  );
  return keys.map(({ key }) => key);
}

/** Patterns of agreement by a model of each of some people with the one asked for (`keysOf`); names and days are as frequent as among `people`, as SQL. */
export async function compareWanted(
  database: Database,
  asked: Said,
  open: readonly Said[],
  { model, people }: { readonly model: LinkageModel; readonly people: string },
): Promise<Float64Array> {
  const engine = duckdbEngine(database.connection);
  const records = [asked, ...open];
  await loadRecords(database, 'record', records, COMPARED);
  const numbers = Int32Array.from(records.keys());
  const column = (name: string): LoadColumn => ({ name, type: 'integer', values: numbers });
  await engine.load('label', [column('rid'), column('label'), column('number')]);
  await engine.load('unit', [column('rid'), column('unit')]);
  for (const sql of nodeSql(['none'])) await database.run(sql);
  const [counts] = await database.rows<Record<string, number>>(
    `SELECT count(*) FILTER (name = $1) AS name, count(*) FILTER (name_fuzzy = $2) AS name_fuzzy,
     count(*) FILTER (born = try_strptime($3, '%Y%m%d')::DATE) AS birth FROM ${people}`,
    [asked['name']!, asked['name_fuzzy']!, asked['birth']!],
  );
  for (const name of frequencyColumns(model)) {
    const bearers = `(SELECT ${name} FROM asked, range(${Math.max(1, counts![name] ?? 1)}))`;
    await database.run(frequencySql(model, name, bearers, duckdb));
  }
  await database.run(preparedSql(model, 'node', duckdb));
  await database.run('CREATE OR REPLACE TEMP TABLE pairs AS SELECT 0 AS l, no AS r FROM node WHERE no > 0');
  const patterns = `SELECT pattern FROM (${agreementSql(model, 'pairs', duckdb)}) ORDER BY r`;
  return (await engine.numbers(patterns))['pattern']!;
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

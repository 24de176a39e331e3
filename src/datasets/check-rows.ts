import type { Dataset, Pack } from '#plan';
import type { Database } from '#warehouse';
import { sqlName, sqlText } from '#warehouse';
import type { Dictionaries } from './dictionary.ts';
import { dictionaryTable } from './dictionary.ts';
import { codeTableSql, dictionaryJoins, fieldSql, joined, kindOf, plainSql } from './field-sql.ts';
import { KINDS } from './make-entry.ts';

/**
 * Makes of table `source` the table `checked`: every row with its normalised fields and the `reasons`, if any, for which it cannot be accepted: a
 * required field that is empty or cannot be read, a row known only in the future. View `clean`: those without. Other faults leave the value
 * missing and the row in.
 */
export async function checkRows(
  database: Database,
  known: Dictionaries,
  pack: Pack,
  dataset: Dataset,
  columns: readonly string[],
  work: string,
): Promise<void> {
  for (const kind of KINDS) {
    const fields = dataset.fields.filter((field) => kindOf(field) === kind);
    if (fields.length === 0) continue;
    const values = fields.map(({ id }) => sqlName(id));
    await known.make(
      database,
      kind,
      `SELECT unnest([${values.join(', ')}]) AS written FROM (${plainSql(fields, columns)}) plain`,
      work,
    );
  }
  const codes = new Set(dataset.fields.map((field) => field.codes));
  for (const table of pack.codeTables.filter((candidate) => codes.has(candidate.id)))
    await database.run(codeTableSql(table));
  const fields = dataset.fields.map(fieldSql);
  const needed = new Set([
    ...dataset.fields.filter(({ required }) => required).map(({ id }) => id),
    dataset.knownSince,
  ]);
  const today = `DATE ${sqlText(new Date().toISOString().slice(0, 10))}`;
  const required = fields.filter(({ field }) => needed.has(field.id)).map(({ field }) => field.id);
  const reasons = required.map((id) => {
    const [value, filled, name] = [sqlName(id), sqlName(`${id}.filled`), sqlText(id)];
    const future = id === dataset.knownSince ? `WHEN ${value} > ${today} THEN ${name} || ':future'` : '';
    return `CASE WHEN NOT ${filled} THEN ${name} || ':empty' WHEN ${value} IS NULL THEN ${name} || ':unreadable' ${future} END`;
  });
  const isWhole = [
    ...required.map((id) => `${sqlName(id)} IS NOT NULL`),
    `${sqlName(dataset.knownSince)} <= ${today}`,
  ].join(' AND ');
  const key = dataset.key.map((id) => `coalesce(${sqlName(id)}::VARCHAR, '')`);
  const values = fields.flatMap(({ field, value, faulty }) => [
    `plain.${sqlName(field.id)} IS NOT NULL AS ${sqlName(`${field.id}.filled`)}`,
    `${value} AS ${sqlName(field.id)}`,
    `coalesce(${faulty}, false) AS ${faultyName(field.id)}`,
    ...(kindOf(field) === undefined ? [] : [`${joined(field.id)}.entry AS ${entryName(field.id)}`]),
  ]);
  await database.run(`CREATE OR REPLACE TEMP TABLE checked AS
    SELECT *, ${sqlText(dataset.id)} || '.' || left(md5(concat_ws(chr(31), ${key.join(', ')})), 20) AS row_id,
    CASE WHEN ${isWhole} THEN [] ELSE list_filter([${reasons.join(', ')}], reason -> reason IS NOT NULL) END AS reasons
    FROM (SELECT plain.line, ${values.join(', ')} FROM (${plainSql(dataset.fields, columns)}) plain
      ${dictionaryJoins(dataset)}) valued`);
  await database.run(`CREATE OR REPLACE TEMP VIEW clean AS
    SELECT *, ${sqlName(dataset.knownSince)} AS known_since FROM checked WHERE len(reasons) = 0`);
}

/** Column of `checked` with the number of a value's entry in its dictionary. */
export const entryName = (field: string): string => sqlName(`${field}.entry`);

/** Column of `checked` that says whether something in a field could not be read. */
export const faultyName = (field: string): string => sqlName(`${field}.faulty`);

/** Drops what ingesting a file made. */
export const dropTables = (database: Database): Promise<void> =>
  database.run(
    [
      ...['clean', 'source'].map((view) => `DROP VIEW IF EXISTS ${view}`),
      ...['whole', 'checked', ...KINDS.map(dictionaryTable)].map((table) => `DROP TABLE IF EXISTS ${table}`),
    ].join('; '),
  );

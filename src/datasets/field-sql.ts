import type { CodeTable, Dataset, DatasetField } from '#plan';
import { sqlName, sqlText } from '#warehouse';
import type { Kind } from './dictionary.ts';
import { COLUMNS, KINDS, dictionaryTable } from './dictionary.ts';
import { dateSql } from './normalise/date-sql.ts';
import { foldedText, saidText } from './normalise/plain-text.ts';

/** How a field is read, in two steps: the value out of table `plain` with dictionaries joined, the judgement out of what that gave. */
export interface FieldSql {
  readonly field: DatasetField;
  /** The normalised value: a day as DATE, a code as code, a number as token, else text. */
  readonly value: string;
  /** Whether something was written that could not be read, by columns `FIELD`, `FIELD.filled` and those of its dictionary entry. */
  readonly faulty: string;
}

const isKind = (type: string): type is Kind => (KINDS as readonly string[]).includes(type);

export const kindOf = ({ type }: DatasetField): Kind | undefined => (isKind(type) ? type : undefined);

/** Alias of the dictionary joined for a field. */
export const joined = (field: string): string => sqlName(`d_${field}`);

/**
 * SELECT of table `plain`: the line, and each field of the contract as folded text; a field whose column is not there is null. What more of
 * Unicode is needed for (names, addresses, numbers) is normalised outside SQL, from the text as written.
 */
export function plainSql(dataset: Dataset, columns: readonly string[]): string {
  const written = ({ column, type }: DatasetField): string => {
    const index = columns.indexOf(column);
    if (index < 0) return 'NULL::VARCHAR';
    return isKind(type) ? `trim(c${index})` : foldedText(`c${index}`, sqlText);
  };
  const inner = dataset.fields.map((field) => `${written(field)} AS ${sqlName(field.id)}`);
  const outer = dataset.fields.map(({ id }) => `${saidText(sqlName(id), sqlText)} AS ${sqlName(id)}`);
  return `SELECT line, ${outer.join(', ')} FROM (SELECT line, ${inner.join(', ')} FROM source) folded`;
}

/** The joins that bring each field's dictionary entry or code to its row. */
export const dictionaryJoins = (dataset: Dataset): string =>
  dataset.fields
    .flatMap((field) => {
      const kind = kindOf(field);
      const table = kind === undefined ? field.codes && codeTable(field.codes) : dictionaryTable(kind);
      if (table === undefined) return [];
      return `LEFT JOIN ${table} ${joined(field.id)} ON ${joined(field.id)}.written = plain.${sqlName(field.id)}`;
    })
    .join('\n');

export function fieldSql(field: DatasetField): FieldSql {
  const text = `plain.${sqlName(field.id)}`;
  const unread = `${sqlName(`${field.id}.filled`)} AND ${sqlName(field.id)} IS NULL`;
  const by = (column: string): string => `${joined(field.id)}.${column}`;
  const entry = (column: string): string => `${sqlName(`${field.id}.${column}`)} = 'false'`;
  switch (field.type) {
    case 'identity-number':
    case 'phone':
      return { field, value: by('token'), faulty: entry('valid') };
    case 'division':
      return { field, value: by('county'), faulty: entry('known') };
    case 'address':
    case 'person-name':
      return { field, value: by('tidy'), faulty: 'false' };
    case 'date':
    case 'month':
    case 'time':
      return { field, value: dateSql(text), faulty: unread };
    case 'whole':
      return { field, value: `try_cast(${text} AS BIGINT)`, faulty: unread };
    case 'amount':
      return { field, value: `try_cast(replace(${text}, ',', '') AS DOUBLE)`, faulty: unread };
    case 'code':
      return { field, value: by('code'), faulty: unread };
    case 'text':
      return { field, value: text, faulty: 'false' };
  }
}

/** Table `code_TABLE`: a code by its code or by its Chinese name, whichever the department wrote. */
export function codeTableSql({ id, rows }: CodeTable): string {
  const entries = new Map([...rows.map(({ zh, code }) => [zh, code]), ...rows.map(({ code }) => [code, code])] as [
    string,
    string,
  ][]);
  const values = [...entries].map(([written, code]) => `(${sqlText(written)}, ${sqlText(code)})`);
  return `CREATE OR REPLACE TEMP TABLE ${codeTable(id)} AS SELECT * FROM (VALUES ${values.join(', ')}) t(written, code)`;
}

const codeTable = (id: string): string => sqlName(`code_${id}`);

/** Columns of a dictionary entry joined for a field, by name. */
export const entryColumn = (field: string, column: (typeof COLUMNS)[Kind][number]): string =>
  `${joined(field)}.${sqlName(column)}`;

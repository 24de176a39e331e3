import type { CodeTable, Dataset, DatasetField } from '#plan';
import { sqlName, sqlText } from '#warehouse';
import { dictionaryTable } from './dictionary.ts';
import type { Kind } from './make-entry.ts';
import { KINDS } from './make-entry.ts';
import { saidText } from './normalise/plain-text.ts';

/** How a field is read, in two steps: the value out of `plainSql` with dictionaries joined, the judgement out of what that gave. */
export interface FieldSql {
  readonly field: DatasetField;
  /** The normalised value: a day as DATE, a code as code, a number as token, else text. */
  readonly value: string;
  /** Whether something was written that could not be read. */
  readonly faulty: string;
}

/** The dictionary that a field's values are in. */
export function kindOf({ type, holdsNumber }: DatasetField): Kind | undefined {
  if (holdsNumber) return 'secret';
  return type === 'date' || type === 'month' || type === 'time' ? 'day' : KINDS.find((kind) => kind === type);
}

/** Alias of the dictionary joined for a field. */
export const joined = (field: string): string => sqlName(`d_${field}`);

/**
 * SELECT out of view `source` or some of its rows: the line, and fields as folded text; a field whose column is not there is null. What
 * more of Unicode is needed for (names, addresses, numbers) is normalised outside SQL, from the text as written.
 */
export function plainSql(fields: readonly DatasetField[], columns: readonly string[], from = 'source'): string {
  const said = (field: DatasetField): string => {
    const index = columns.indexOf(field.column);
    if (index < 0) return 'NULL::VARCHAR';
    const kind = kindOf(field);
    return saidText(`c${index}`, sqlText, kind === undefined || kind === 'day');
  };
  return `SELECT line, ${fields.map((field) => `${said(field)} AS ${sqlName(field.id)}`).join(', ')} FROM ${from}`;
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
  const by = (column: string): string => `${joined(field.id)}.${column}`;
  const unread = (value: string): FieldSql => ({ field, value, faulty: `${text} IS NOT NULL AND (${value}) IS NULL` });
  switch (field.type) {
    case 'identity-number':
      return { field, value: by('token'), faulty: `NOT ${by('valid')}` };
    case 'phone':
      return unread(by('token'));
    case 'division':
      return unread(by('county'));
    case 'address':
    case 'person-name':
      return unread(by('tidy'));
    case 'date':
    case 'month':
    case 'time':
      return unread(by('day'));
    case 'whole':
      return unread(`try_cast(${text} AS BIGINT)`);
    case 'amount':
      return unread(`try_cast(replace(${text}, ',', '') AS DOUBLE)`);
    case 'code':
      return unread(by('code'));
    case 'text':
      return { field, value: field.holdsNumber ? by('token') : text, faulty: 'false' };
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

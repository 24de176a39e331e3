import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Problem, ProblemCode } from '#base';
import { parse } from 'csv-parse/sync';

type Row<Text extends string, Numbers extends string> = Record<Text, string> & Record<Numbers, number>;

/**
 * Rows of a reference CSV (gzipped or not; `.gz` may be left out of the name) with the columns asked for. What is wrong goes to `problems` with file, line and
 * column, and then there are no rows.
 */
export function readTable<Text extends string, Numbers extends string>(
  file: string,
  columns: { readonly text?: readonly Text[]; readonly numbers: readonly Numbers[] },
  problems: Problem[],
): Row<Text, Numbers>[] {
  const { text = [], numbers } = columns;
  const records = recordsOf(file, problems);
  const found = problems.length;
  const header = records[0] ?? [];
  for (const column of [...text, ...numbers])
    if (records.length > 0 && !header.includes(column))
      problems.push(problem('reference.column-missing', file, { column }, 1));
  if (problems.length > found) return [];
  const rows = records.slice(1).map((record, index) => {
    const field = (column: string): string => record[header.indexOf(column)]!.trim();
    const row: Record<string, string | number> = {};
    for (const column of text) row[column] = field(column);
    for (const column of numbers) {
      row[column] = field(column) === '' ? NaN : Number(field(column));
      if (Number.isNaN(row[column]))
        problems.push(problem('reference.not-number', file, { column, value: field(column) || '""' }, index + 2));
    }
    return row as Row<Text, Numbers>;
  });
  return problems.length > found ? [] : rows;
}

/**
 * Rows gathered by year into arrays of `size`, each value at its place. Every place of every year must be given: what is not is a Problem, never 0.
 */
export function byYear<R extends { readonly year: number }>(
  file: string,
  rows: readonly R[],
  size: number,
  place: (row: R) => number,
  value: (row: R) => number,
  problems: Problem[],
): Map<number, Float64Array> {
  const years = new Map<number, Float64Array>();
  for (const row of rows) {
    if (!years.has(row.year)) years.set(row.year, new Float64Array(size).fill(NaN));
    years.get(row.year)![place(row)] = value(row);
  }
  for (const [year, values] of years) {
    const missing = values.filter(Number.isNaN).length;
    if (missing > 0) problems.push(problem('reference.row-missing', file, { what: `${year}: ${missing} of ${size}` }));
  }
  return years;
}

/** Names of a reference CSV's columns. */
export const columnsOf = (file: string, problems: Problem[]): readonly string[] => recordsOf(file, problems)[0] ?? [];

/** Whether a reference file lies there, gzipped or not. */
export const existsReference = (file: string): boolean => existsSync(file) || existsSync(`${file}.gz`);

export const problem = (code: ProblemCode, file: string, params: Problem['params'], line?: number): Problem => ({
  code,
  severity: 'error',
  where: line === undefined ? { file } : { file, line },
  params,
});

function recordsOf(file: string, problems: Problem[]): string[][] {
  const path = existsSync(file) ? file : `${file}.gz`;
  if (!existsSync(path)) {
    problems.push(problem('reference.file-missing', file, {}));
    return [];
  }
  try {
    const bytes = readFileSync(path);
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch (error) {
    problems.push(problem('reference.not-csv', path, { reason: (error as Error).message }));
    return [];
  }
}

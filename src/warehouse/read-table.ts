import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText } from './database.ts';

/** A table as texts by column; null where a cell is empty. */
export interface TextTable {
  readonly rows: number;
  readonly cells: Readonly<Record<string, readonly (string | null)[]>>;
}

/** Reads a Parquet file, or a CSV with a header in UTF-8 or GB18030; blanks around names and cells are dropped. */
export async function readTable(connection: DuckDBConnection, file: string): Promise<TextTable> {
  return /\.parquet$/i.test(file) ? readParquet(connection, file) : readCsvTable(file);
}

const empty = (rows: number): (string | null)[] => Array.from({ length: rows }, () => null);

/** Puts tables with the same columns under one another; a column that one lacks is empty there. */
export function stackTables(tables: readonly TextTable[]): TextTable {
  const names = [...new Set(tables.flatMap(({ cells }) => Object.keys(cells)))];
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    cells: Object.fromEntries(
      names.map((name) => [name, tables.flatMap(({ rows, cells }) => cells[name] ?? empty(rows))]),
    ),
  };
}

async function readParquet(connection: DuckDBConnection, file: string): Promise<TextTable> {
  const result = await connection.runAndReadAll(
    `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet(${sqlText(file)})`,
  );
  const columns = result.getColumns() as (string | null)[][];
  return {
    rows: result.currentRowCount,
    cells: Object.fromEntries(result.columnNames().map((name, index) => [name, columns[index]!.map(cell)])),
  };
}

function readCsvTable(file: string): TextTable {
  const records: string[][] = parse(decode(readFileSync(file)), {
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const [names = [], ...rows] = records;
  return {
    rows: rows.length,
    cells: Object.fromEntries(names.map((name, index) => [name, rows.map((row) => cell(row[index] ?? null))])),
  };
}

const cell = (text: string | null): string | null => (text === '' ? null : text);

/** UTF-8 where it is valid, else GB18030. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

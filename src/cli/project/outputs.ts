import { createWriteStream, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Language } from '#base';
import type { WholeFile } from '#files';
import { UsageError } from '../command.ts';
import type { DataCell, DataTable } from './data-table.ts';
import { writeParquet } from './write-parquet.ts';

export interface Output {
  readonly path: string;
  readonly format: 'csv' | 'xlsx' | 'parquet';
}

/** Rows that a sheet of XLSX holds, its header among them. */
const SHEET_ROWS = 1_048_576;

/** The files of `--output`, which may be given several times; the extension chooses the format. */
export function outputsOf(option: unknown): readonly Output[] {
  const paths = Array.isArray(option) ? (option as string[]) : typeof option === 'string' ? [option] : [];
  return paths.map((path) => {
    const format = extname(path).slice(1).toLowerCase();
    if (format !== 'csv' && format !== 'xlsx' && format !== 'parquet')
      throw new UsageError(`--output ${path}: the name must end in .csv, .xlsx or .parquet`);
    const folder = dirname(resolve(path));
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new UsageError(`--output ${path}: no folder ${folder}`);
    return { path, format };
  });
}

/**
 * Tables as files: XLSX as sheets of one file; CSV (with a mark, so that Excel reads it as UTF-8) and Parquet one table a file, the
 * first under the name given and the others with their id (`NAME-ages.csv`).
 */
export function filesOf(
  { path, format }: Output,
  tables: readonly DataTable[],
  language: Language,
  signal: AbortSignal,
): readonly WholeFile[] {
  if (format === 'xlsx') {
    const long = tables.find(({ rows }) => rows.length >= SHEET_ROWS);
    if (long !== undefined)
      throw new UsageError(
        `${path}: ${long.rows.length} rows of ${long.title.en} are more than a sheet holds; take .csv or .parquet`,
      );
    return [{ path, write: (name) => writeSheets(name, tables, language) }];
  }
  return tables.map((table) => ({
    path: table.id === '' ? path : path.replace(/(\.\w+)$/, `-${table.id}$1`),
    write: (name) => (format === 'csv' ? writeCsv(name, table, signal) : writeParquet(name, table)),
  }));
}

async function writeSheets(path: string, tables: readonly DataTable[], language: Language): Promise<void> {
  const sheets = tables.map((table) => ({
    sheet: table.title[language],
    columns: table.columns.map(({ id, title, kind }) => ({
      width: kind === 'text' ? (id === 'source' ? 48 : 16) : Math.max(9, Math.min(24, title[language].length * 1.6)),
    })),
    stickyRowsCount: 1,
    data: [
      table.columns.map(({ title }) => ({ value: title[language], fontWeight: 'bold' as const, wrap: true })),
      ...table.rows.map((row) => [...row]),
    ],
  }));
  const { default: writeExcelFile } = await import('write-excel-file/node');
  await writeExcelFile(sheets).toFile(path);
}

async function writeCsv(path: string, table: DataTable, signal: AbortSignal): Promise<void> {
  const lines = function* (): Generator<string> {
    yield `\uFEFF${table.columns.map(({ id }) => id).join(',')}\r\n`;
    for (const row of table.rows) yield `${row.map(csvCell).join(',')}\r\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(path), { signal });
}

/** A cell of a CSV, quoted where it must be. */
export const csvCell = (cell: DataCell): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

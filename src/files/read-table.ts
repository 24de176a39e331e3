import { readFileSync, statSync } from 'node:fs';
import type { Problem } from '#base';
import type { Table, TableRow } from '#projection';
import { parse } from 'csv-parse/browser/esm/sync';
import { decodeText } from './decode-text.ts';

const LIMIT = 64 * 1024 * 1024;

/**
 * Reads a user's table: CSV (UTF-8, UTF-16 or GB18030; comma, semicolon or tab) or the first sheet of an XLSX. Rows without
 * any content are left out. A file that cannot be read is one Problem.
 */
export async function readTable(path: string): Promise<Table | { readonly problems: readonly Problem[] }> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return unreadable(path, 'no such file');
  if (stat.size > LIMIT) return unreadable(path, `over ${LIMIT / 1024 / 1024} MiB`);
  const bytes = readFileSync(path);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return unreadable(path, 'an old Excel file (.xls)', undefined, '.xls → .xlsx / CSV UTF-8');
  try {
    const rows = bytes[0] === 0x50 && bytes[1] === 0x4b ? await sheetRows(bytes) : csvRows(decodeText(bytes));
    return { file: path, rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    return unreadable(path, message, lines);
  }
}

function csvRows(text: string): TableRow[] {
  if (text.includes('\0')) throw new Error('not a text file');
  const head = text.split('\n', 20).join('\n');
  const delimiter = [',', '\t', ';'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!;
  const records = parse(text, { bom: true, delimiter, info: true, relax_column_count: true, relax_quotes: true });
  return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
    line: info.lines,
    cells: record,
  }));
}

async function sheetRows(bytes: Buffer): Promise<TableRow[]> {
  const { readSheet } = await import('read-excel-file/node');
  const rows = await readSheet(bytes);
  return rows.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }));
}

const cellText = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
};

const unreadable = (file: string, reason: string, line?: number, fix?: string): { problems: Problem[] } => ({
  problems: [
    {
      code: 'table.unreadable',
      severity: 'error',
      where: { file, ...(line === undefined ? {} : { line }) },
      params: { reason },
      ...(fix === undefined ? {} : { fix }),
    },
  ],
});

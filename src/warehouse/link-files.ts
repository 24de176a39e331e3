import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '#base';
import type { LinkageModel, TableConfig } from '#linkage';
import { guessKind, readTableConfig } from '#linkage';
import { openDatabase } from './database.ts';
import { duckdbEngine } from './duckdb-engine.ts';
import type { LinkageInput, LinkageResult } from './link-records.ts';
import { linkTable } from './link-table.ts';
import type { TextTable } from './read-table.ts';
import { readTable, stackTables } from './read-table.ts';

export interface LinkedFiles {
  readonly config: TableConfig;
  readonly table: TextTable;
  readonly model: LinkageModel;
  readonly result: LinkageResult;
}

/** What to link: a whole config, or files and the column of the id with everything else guessed. */
export type LinkRequest =
  | { readonly config: unknown; readonly file: string; readonly files: (config: TableConfig) => readonly string[] }
  | { readonly files: readonly string[]; readonly id: string; readonly truth?: string };

/** Reads files, checks the config against their columns (or guesses the kinds of all columns), and links the records in memory. */
export async function linkFiles(
  request: LinkRequest,
  onProgress?: LinkageInput['onProgress'],
): Promise<{ linked?: LinkedFiles; problems: readonly Problem[] }> {
  const database = await openDatabase();
  const { connection } = database;
  try {
    const asked = 'config' in request ? readTableConfig(request.config, request.file) : undefined;
    if (asked !== undefined && asked.config === undefined) return { problems: asked.problems };
    const files = 'config' in request ? request.files(asked!.config!) : request.files;
    const read = await Promise.all(files.map((file) => readable(connection, file)));
    const faults = read.filter((table) => 'code' in table);
    if (faults.length > 0) return { problems: faults };
    const table = stackTables(read.filter((part) => 'cells' in part));
    const { config, problems } = readTableConfig(
      'config' in request ? request.config : guessConfig(request, table),
      'config' in request ? request.file : files[0]!,
      Object.keys(table.cells),
    );
    if (config === undefined) return { problems };
    const linked = await linkTable(duckdbEngine(connection), config, table.rows, table.cells, onProgress);
    return { linked: { config, table, ...linked }, problems };
  } finally {
    database.close();
  }
}

/** A file as a table, or why it is none. */
async function readable(connection: DuckDBConnection, file: string): Promise<TextTable | Problem> {
  const fault = (code: 'table.unreadable' | 'table.empty', reason: string): Problem => ({
    code,
    severity: 'error',
    where: { file },
    params: { reason },
  });
  try {
    const table = await readTable(connection, file);
    return table.rows === 0 ? fault('table.empty', '') : table;
  } catch (error) {
    return fault('table.unreadable', (error as Error).message.split('\n')[0]!);
  }
}

/** Every column but the id and the truth, of the kind its name and values suggest; columns that hold one value say nothing. */
function guessConfig({ files, id, truth }: Extract<LinkRequest, { id: string }>, { cells }: TextTable): unknown {
  const columns = Object.entries(cells)
    .filter(([name, values]) => name !== id && name !== truth && new Set(values).size > 1)
    .map(([name, values]) => ({ name, kind: guessKind(name, values) }));
  return { files, id, ...(truth === undefined ? {} : { truth }), columns };
}

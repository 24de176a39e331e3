import { join } from 'node:path';
import type { AskedFile } from '../asked-files.ts';
import { askedFilesSql, filesWith, readAskedFiles } from '../asked-files.ts';
import type { AskedTable } from '../versions.ts';
import { HOUSEHOLD_TABLES, askedBy, baseOf, fileSql, versionFolder } from '../versions.ts';
import { among } from './conditions.ts';

/**
 * Relation of the rows of a table that are asked by some values (persons, keys, households), which are the parameters after `before` others: of all files of the
 * table only those are opened that may hold one of them.
 */
export type AskedRows = (table: AskedTable, values: readonly string[], before?: number) => string;

/** Rows of a version; of a version of a day those it touched, and the rest from the one it goes on from. */
export function askedRows(home: string, version: number): AskedRows {
  const known = new Map<string, readonly AskedFile[] | undefined>();
  const relation = (of: number, table: AskedTable, values: readonly string[]): string => {
    const folder = join(versionFolder(home, of), table);
    if (!known.has(folder)) known.set(folder, readAskedFiles(folder));
    const files = known.get(folder);
    return askedFilesSql(files && filesWith(files, values, table === 'key')) ?? fileSql(home, of, table);
  };
  const base = baseOf(home, version);
  return (table, values, before = 0) => {
    const column = askedBy(table);
    const isAsked = `${column} IN ${among(values, before, table === 'key' ? '::UBIGINT' : '')}`;
    const rows = (of: number): string => `FROM ${relation(of, table, values)} WHERE ${isAsked}`;
    if (base === undefined) return `(${rows(version)})`;
    if ((HOUSEHOLD_TABLES as readonly string[]).includes(table)) return `(${rows(base)})`;
    const touched = `SELECT person_id FROM ${fileSql(home, version, `changed-${base}`)}${column === 'person_id' ? ` WHERE ${isAsked}` : ''}`;
    return `(${rows(version)} UNION ALL BY NAME ${rows(base)} AND person_id NOT IN (${touched}))`;
  };
}

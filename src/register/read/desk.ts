import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';
import type { Part } from '#datasets';
import { batchFile, vaultFile } from '#datasets';
import type { RegisterVersion, Table } from '../versions.ts';
import { currentVersion, registerFolder, tableFile } from '../versions.ts';

/**
 * A version of the register opened for a desk at which people are looked at one by one, with little memory: tables stay in their files. Looks are
 * recorded by the caller.
 */
export interface Desk {
  readonly home: string;
  readonly version: RegisterVersion;
  readonly database: Database;
  /** A table of the version as SQL. */
  table(table: Table): string;
  /** A part of the batches that the version rests on, of some datasets, as SQL; undefined where there is none. */
  landed(part: Part, datasets: readonly string[]): string | undefined;
  /** Identity numbers as written, of some datasets, as SQL: `token`, `written`. */
  numbers(datasets: readonly string[]): string | undefined;
  close(): void;
}

/** Changes whenever another version is in force; undefined where none is. */
export const versionStamp = (home: string): string | undefined => {
  const stat = statSync(join(registerFolder(home), 'current.json'), { throwIfNoEntry: false });
  return stat === undefined ? undefined : `${stat.mtimeMs} ${stat.size}`;
};

/** Opens the version in force; undefined where none was made. */
export async function openDesk(home: string): Promise<Desk | undefined> {
  const version = currentVersion(home);
  if (version === undefined) return undefined;
  const database = await openDatabase({ memory: '160MB', threads: 1 });
  const batches = version.batches.map((name) => {
    const [dataset = '', id = ''] = name.split('/');
    return { dataset, id };
  });
  const of = (chosen: readonly string[]) => batches.filter(({ dataset }) => chosen.includes(dataset));
  return {
    home,
    version,
    database,
    table: (table) => `read_parquet(${sqlText(tableFile(home, version.version, table))})`,
    landed: (part, chosen) => files(of(chosen).map((batch) => batchFile(home, batch, part))),
    numbers: (chosen) => {
      const paths = of(chosen).map(({ dataset, id }) => vaultFile(home, 'numbers', dataset, id));
      return files(paths.filter((path) => statSync(path, { throwIfNoEntry: false }) !== undefined));
    },
    close: () => database.close(),
  };
}

const files = (paths: readonly string[]): string | undefined =>
  paths.length === 0 ? undefined : `read_parquet([${paths.map(sqlText).join(', ')}], filename = true)`;

/** SQL: whether somebody lives or is registered in one of the counties that parameter `at` names as a JSON list; all where it is empty. */
export const inAreas = (at: string, county = 'county', hukou = 'hukou_division'): string =>
  `(${at} = '[]' OR list_contains(from_json(${at}, '["VARCHAR"]'), ${county}) OR list_contains(from_json(${at}, '["VARCHAR"]'), ${hukou}))`;

/** SQL: a list of values as parameters that come after `before` others. */
export const among = (values: readonly string[], before = 0): string =>
  values.length === 0 ? '(NULL)' : `(${values.map((_, index) => `$${before + index + 1}`).join(', ')})`;

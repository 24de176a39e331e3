import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#base';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';
import type { Batch, Part } from '#datasets';
import { batchFiles, vaultFile } from '#datasets';
import { PLACE_BITS, mentionFiles } from '../resolve/mention-sql.ts';
import type { RegisterVersion, Table } from '../versions.ts';
import type { AskedRows } from './asked-rows.ts';
import { askedRows } from './asked-rows.ts';
import { currentVersion, isMadeAlike, registerFolder, tableSql } from '../versions.ts';
import { batchesOf, scaleOf } from '../statistics/scale-of.ts';

/**
 * A version of the register opened for reading, with little memory: tables stay in their files. Looks of people at people are recorded by the caller.
 */
export interface Desk {
  readonly home: string;
  readonly version: RegisterVersion;
  /** Batches that the version rests on. */
  readonly batches: readonly Batch[];
  /** People that one person of the feeds stands for (`scaleOf`). */
  readonly scale: number;
  /** Whether people can be found by their keys: not where another version of the engine or of this program made them. */
  readonly canFind: boolean;
  readonly database: Database;
  /** A table of the version as SQL; for one of many of its rows, `asked`. */
  table(table: Table): string;
  readonly asked: AskedRows;
  /** A part of the batches that the version rests on, of some datasets, as SQL; undefined where there is none. */
  landed(part: Part, datasets: readonly string[]): string | undefined;
  /** The files of a part that were landed with the mention at a place of `link`, as SQL. */
  landedAt(place: number, part: Part): string;
  /** What landed rows say of people, by places of `link`, as SQL: a matter of a few rows of each file, not of whole files. */
  mentions(places: readonly number[], columns: readonly string[]): string | undefined;
  /** Identity numbers as written, of some datasets, as SQL: `token`, `written`. */
  numbers(datasets: readonly string[]): string | undefined;
  close(): void;
}

/** Why people cannot be found at a desk where `canFind` is not. */
export const OLD_KEYS: Problem = {
  code: 'register.keys-old',
  severity: 'error',
  where: { path: 'register' },
  params: {},
  fix: 'popplus refresh --full',
};

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
  await database.run('SET parquet_metadata_cache = true');
  const [made] = await database.rows<{ engine: string }>('SELECT version() AS engine');
  const batches = batchesOf(home, version);
  const named = new Map(batches.map((batch) => [`${batch.dataset}/${batch.id}`, batch]));
  const inOrder = version.batches.map((name) => named.get(name)!);
  const mentioned = mentionFiles(home, inOrder);
  const of = (chosen: readonly string[]) => batches.filter(({ dataset }) => chosen.includes(dataset));
  return {
    home,
    version,
    batches,
    scale: scaleOf(batches),
    canFind: isMadeAlike(version, made!.engine),
    database,
    table: (table) => tableSql(home, version.version, table),
    asked: askedRows(home, version.version),
    landed: (part, chosen) => files(of(chosen).flatMap((batch) => batchFiles(home, batch, part))),
    landedAt: (place, part) =>
      `read_parquet(${sqlText(inOrder.flatMap((batch) => batchFiles(home, batch, part))[fileOf(place)]!)})`,
    mentions: (places, columns) => {
      const ordinals = places.map(fileOf);
      const parts = [...new Set(ordinals)].map((ordinal) => {
        const rows = places
          .filter((_, index) => ordinals[index] === ordinal)
          .map((place) => place % 2 ** PLACE_BITS.row);
        return `SELECT ${columns.join(', ')} FROM read_parquet(${sqlText(mentioned[ordinal]!)}, file_row_number = true)
          WHERE file_row_number IN (${rows.join(', ')})`;
      });
      return parts.length === 0 ? undefined : parts.join(' UNION ALL ');
    },
    numbers: (chosen) => {
      const paths = of(chosen).map(({ dataset, id }) => vaultFile(home, 'numbers', dataset, id));
      return files(paths.filter((path) => statSync(path, { throwIfNoEntry: false }) !== undefined));
    },
    close: () => database.close(),
  };
}

/** Which of the files of mentions a place is in. */
const fileOf = (place: number): number => Math.floor(place / 2 ** PLACE_BITS.row);

const files = (paths: readonly string[]): string | undefined =>
  paths.length === 0 ? undefined : `read_parquet([${paths.map(sqlText).join(', ')}], filename = true)`;

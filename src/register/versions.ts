import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parameters } from '#linkage';
import type { ResidentCount } from './residence/estimate-residence.ts';
import type { Decision, DoubtfulPair } from './resolve/resolve.ts';

/** The manifest of a version: written last, it makes the version the current one. */
export interface RegisterVersion {
  readonly version: number;
  /** When it was made, ISO 8601. */
  readonly made: string;
  /** Batches it rests on, `DATASET/BATCH`, in the order of landing. */
  readonly batches: readonly string[];
  /** Last action of the ledger that it heeds; 0 where none. */
  readonly decisions: number;
  /** The decisions that it heeds. */
  readonly decided: readonly Decision[];
  /** Version of the engine that made it: keys of another one cannot be compared with its own. */
  readonly engine: string;
  /** `LAYOUT` of its tables. */
  readonly layout: number;
  /** Latest day on which a department knew a row of it, `YYYY-MM-DD`. */
  readonly known: string;
  readonly simulated: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly parameters: Parameters;
  readonly doubtful: readonly DoubtfulPair[];
  /** Usual residents by county. */
  readonly residents: readonly ResidentCount[];
  readonly seconds: number;
}

/** Counts up when the tables of a version change: a version laid out otherwise is not carried on but made anew. */
export const LAYOUT = 2;

export const registerFolder = (home: string): string => join(home, 'register');

const MANIFEST = 'current.json';

/** The version in force, if any was ever made. */
export function currentVersion(home: string): RegisterVersion | undefined {
  const path = join(registerFolder(home), MANIFEST);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RegisterVersion) : undefined;
}

const versionFolder = (home: string, version: number): string =>
  join(registerFolder(home), `v${String(version).padStart(6, '0')}`);

/** Living households, the people who are more likely than not in them, and expected numbers. */
export const HOUSEHOLD_TABLES = ['household', 'member', 'household_count'] as const;

/** Tables of a version; `event` holds what happened to persons in it, `key` by what people can be found. */
export type Table =
  | 'link'
  | 'key'
  | 'person'
  | 'event'
  | 'kin'
  | 'population'
  | 'account'
  | 'spell'
  | (typeof HOUSEHOLD_TABLES)[number];

/** Parquet file of a table of a version. */
export const tableFile = (home: string, version: number, table: Table): string =>
  join(versionFolder(home, version), `${table}.parquet`);

/** Event files of all versions up to the one in force. */
export function eventFiles(home: string): readonly string[] {
  const current = currentVersion(home)?.version ?? 0;
  return Array.from({ length: current }, (_, index) => tableFile(home, index + 1, 'event')).filter((path) =>
    existsSync(path),
  );
}

/** A version in the making: a folder to write tables to, and the step that puts it in force. Without that step it never was. */
export function draftVersion(home: string): {
  readonly version: number;
  readonly folder: string;
  publish(manifest: RegisterVersion): void;
  drop(): void;
} {
  const root = registerFolder(home);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const version = (currentVersion(home)?.version ?? 0) + 1;
  const folder = join(root, `draft-${process.pid}`);
  for (const name of readdirSync(root)) if (isLeftOver(name, version)) rmSync(join(root, name), { recursive: true });
  mkdirSync(folder, { mode: 0o700 });
  return {
    version,
    folder,
    publish: (manifest) => {
      renameSync(folder, versionFolder(home, version));
      const written = join(root, `${MANIFEST}.new`);
      writeFileSync(written, `${JSON.stringify(manifest)}\n`, { mode: 0o600 });
      renameSync(written, join(root, MANIFEST));
      keepLast(root, version);
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Drafts and folders of versions that were never put in force. */
const isLeftOver = (name: string, next: number): boolean =>
  name.startsWith('draft-') || (/^v\d+$/.test(name) && Number(name.slice(1)) >= next);

/** Of versions before the last two only the events stay. */
function keepLast(root: string, version: number): void {
  for (const name of readdirSync(root)) {
    if (!/^v\d+$/.test(name) || Number(name.slice(1)) > version - 2) continue;
    for (const file of readdirSync(join(root, name))) if (file !== 'event.parquet') rmSync(join(root, name, file));
  }
}

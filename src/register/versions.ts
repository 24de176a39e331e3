import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parameters } from '#linkage';
import { sqlText } from '#warehouse';
import { askedFilesSql, readAskedFiles } from './asked-files.ts';
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
  /** Residence checks that it heeds: people asked within a year, and a stamp that changes with what they said. */
  readonly checked: { readonly people: number; readonly stamp: string };
  /** Version of the engine that made it: keys of another one cannot be compared with its own. */
  readonly engine: string;
  /** `LAYOUT` of its tables. */
  readonly layout: number;
  /** Latest day on which a department knew a row of it, `YYYY-MM-DD`. */
  readonly known: string;
  /** Day on which everybody was counted, and households; before `known` in a version of a day, which counts anew only those it touched. */
  readonly counted: string;
  readonly simulated: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly parameters: Parameters;
  readonly doubtful: readonly DoubtfulPair[];
  /** Usual residents by county. */
  readonly residents: readonly ResidentCount[];
  readonly seconds: number;
}

/** Counts up when the tables of a version change: a version laid out otherwise is not carried on but made anew. */
export const LAYOUT = 7;

/** Whether a version has the tables and keys that this program makes with an engine of that version. */
export const isMadeAlike = (made: Pick<RegisterVersion, 'engine' | 'layout'>, engine: string): boolean =>
  made.engine === engine && made.layout === LAYOUT;

export const registerFolder = (home: string): string => join(home, 'register');

const MANIFEST = 'current.json';

/** Of a version made before people were asked at all. */
const NEVER_ASKED = { checked: { people: 0, stamp: '' } };

/** The version in force, if any was ever made. */
export function currentVersion(home: string): RegisterVersion | undefined {
  const path = join(registerFolder(home), MANIFEST);
  return existsSync(path)
    ? { ...NEVER_ASKED, ...(JSON.parse(readFileSync(path, 'utf8')) as RegisterVersion) }
    : undefined;
}

export const versionFolder = (home: string, version: number): string =>
  join(registerFolder(home), `v${String(version).padStart(6, '0')}`);

/** Living households, the people who are more likely than not in them, and expected numbers. */
export const HOUSEHOLD_TABLES = ['household', 'member', 'household_count'] as const;

/** Tables with rows of single people. */
export const PERSONAL_TABLES = ['link', 'key', 'person', 'kin', 'spell', 'life_event'] as const;

/** Tables of all people that a version of a day has in common with the one it goes on from: what signs of life mean, how frequent names and birth dates are. */
const COMMON_TABLES = ['chance', 'frequency'] as const;

/** Tables of a version; `event` holds what happened to persons in it, `key` by what people can be found. */
export type Table =
  | (typeof PERSONAL_TABLES)[number]
  | (typeof HOUSEHOLD_TABLES)[number]
  | (typeof COMMON_TABLES)[number]
  | 'event'
  | 'population'
  | 'account'
  | `changed-${number}`;

/** Column that single rows of a table are asked by: the table lies in files by ranges of it. Of other tables all rows are read, or they are small. */
const ASKED_BY = {
  link: 'person_id',
  person: 'person_id',
  kin: 'person_id',
  spell: 'person_id',
  life_event: 'person_id',
  key: 'key',
  household: 'household',
  member: 'household',
} as const satisfies Partial<Record<Table, string>>;

export type AskedTable = keyof typeof ASKED_BY;

export const askedBy = (table: Table): string | undefined => (ASKED_BY as Partial<Record<Table, string>>)[table];

const tableFile = (home: string, version: number, table: Table): string =>
  join(versionFolder(home, version), `${table}.parquet`);

export const hasTable = (home: string, version: number, table: Table): boolean =>
  existsSync(tableFile(home, version, table));

/** Relation of the files of a table in the folder of a version: one file, or a folder of them in the order of their ranges. */
export const filesSql = (folder: string, table: Table): string =>
  askedFilesSql(readAskedFiles(join(folder, table))) ?? `read_parquet(${sqlText(join(folder, `${table}.parquet`))})`;

/** Relation of the files of a table of a version. */
export const fileSql = (home: string, version: number, table: Table): string =>
  filesSql(versionFolder(home, version), table);

/**
 * The version in which those are whom a version of a day did not touch; none where it holds everybody. The file of those it did touch says it by its name,
 * `changed-BASE`.
 */
export function baseOf(home: string, version: number): number | undefined {
  const folder = versionFolder(home, version);
  const base = existsSync(folder) ? /changed-(\d+)/.exec(readdirSync(folder).join())?.[1] : undefined;
  return base === undefined ? undefined : Number(base);
}

/** Rows of people: of those changed, and of the rest as they were. */
export const personalSql = (now: string, rest: string, changed: string): string =>
  `(FROM ${now} UNION ALL BY NAME FROM ${rest} WHERE person_id NOT IN (FROM ${changed}))`;

/** A table of a version as a relation of SQL. */
export function tableSql(home: string, version: number, table: Table): string {
  const base = baseOf(home, version);
  const own = fileSql(home, version, table);
  if (base === undefined) return own;
  const rest = fileSql(home, base, table);
  if (isOf(PERSONAL_TABLES, table)) return personalSql(own, rest, fileSql(home, version, `changed-${base}`));
  return isOf([...HOUSEHOLD_TABLES, ...COMMON_TABLES], table) ? rest : own;
}

const isOf = (tables: readonly Table[], table: Table): boolean => tables.includes(table);

/** Event files of all versions up to one. */
export const eventFiles = (home: string, version: number): readonly string[] =>
  Array.from({ length: version }, (_, index) => tableFile(home, index + 1, 'event')).filter((path) => existsSync(path));

/** Relation of what happened to persons in all versions up to one: `kind`, `person`, `other`, `day`, and the `filename`. */
export function eventsSql(home: string, version: number): string {
  const files = eventFiles(home, version);
  return files.length === 0
    ? '(SELECT NULL::VARCHAR AS kind, NULL::VARCHAR AS person, NULL::VARCHAR AS other, NULL::DATE AS day WHERE false)'
    : `read_parquet([${files.map(sqlText).join(', ')}], filename = true)`;
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
      keepLast(home, version);
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Drafts and folders of versions that were never put in force. */
const isLeftOver = (name: string, next: number): boolean =>
  name.startsWith('draft-') || (/^v\d+$/.test(name) && Number(name.slice(1)) >= next);

/** Of versions before the last two, and before those that these go on from, only the events stay. */
function keepLast(home: string, version: number): void {
  const kept = [version, version - 1].flatMap((one) => [one, baseOf(home, one)]);
  for (const name of readdirSync(registerFolder(home))) {
    if (!/^v\d+$/.test(name) || kept.includes(Number(name.slice(1)))) continue;
    const folder = join(registerFolder(home), name);
    for (const file of readdirSync(folder))
      if (file !== 'event.parquet') rmSync(join(folder, file), { recursive: true });
  }
}

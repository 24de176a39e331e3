import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';

/** A file of a table by its path, and the least and greatest value in it of what the table is asked by. */
export interface AskedFile {
  readonly file: string;
  readonly least: string | null;
  readonly greatest: string | null;
}

/** Groups of rows in a file: a look passes over as many, and opens as many files as hold what it asks for, however large the table is. */
const GROUPS_IN_FILE = 64;

const RANGES = 'ranges.json';

/** Writes what a query gives, by a column, into a folder of files that are ranges of it, nearly; `format` are further options of Parquet. */
export async function writeAskedFiles(
  database: Database,
  folder: string,
  sql: string,
  column: string,
  format: string,
): Promise<void> {
  const written = await database.rows<WrittenFile>(
    `COPY (FROM (${sql}) ORDER BY ${column}) TO ${sqlText(folder)} (FORMAT parquet, ${format}, ROW_GROUPS_PER_FILE ${GROUPS_IN_FILE}, RETURN_STATS)`,
  );
  const files = written.map(({ filename, column_statistics }): AskedFile => {
    const own = column_statistics.find(({ key }) => key === `"${column}"`)?.value ?? [];
    const said = (name: string): string | null => own.find(({ key }) => key === name)?.value ?? null;
    return { file: basename(filename), least: said('min'), greatest: said('max') };
  });
  writeFileSync(join(folder, RANGES), JSON.stringify(files), { mode: 0o600 });
}

/** What the engine tells of a file that it wrote. */
interface WrittenFile {
  readonly filename: string;
  readonly column_statistics: readonly {
    readonly key: string;
    readonly value: readonly { readonly key: string; readonly value: string }[];
  }[];
}

/** The files of a folder, in the order of their ranges; undefined where there is no such folder. */
export function readAskedFiles(folder: string): readonly AskedFile[] | undefined {
  const path = join(folder, RANGES);
  if (!existsSync(path)) return undefined;
  const files = JSON.parse(readFileSync(path, 'utf8')) as readonly AskedFile[];
  return files.map((one) => ({ ...one, file: join(folder, one.file) }));
}

/** Relation of files; undefined where there are none. */
export const askedFilesSql = (files: readonly AskedFile[] | undefined): string | undefined =>
  files && `read_parquet([${files.map(({ file }) => sqlText(file)).join(', ')}])`;

/** Those that may hold one of some values, one at the least; texts as the engine sorts them, numbers by what they count. */
export function filesWith(
  files: readonly AskedFile[],
  values: readonly string[],
  isNumber: boolean,
): readonly AskedFile[] {
  const atMost = isNumber
    ? (a: string, b: string): boolean => BigInt(a) <= BigInt(b)
    : (a: string, b: string): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) <= 0;
  const chosen = files.filter(
    ({ least, greatest }) =>
      least === null || greatest === null || values.some((value) => atMost(least, value) && atMost(value, greatest)),
  );
  return chosen.length === 0 ? files.slice(0, 1) : chosen;
}

import type { Batch } from '#datasets';
import { batchFiles, lastDaySql } from '#datasets';
import { ADDRESS_COLUMNS, NAME_COLUMNS } from '#linkage';
import type { Dataset, Pack } from '#plan';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';

/** Roles in which a row is about the person; in the others it names a relative, an owner or a guardian. */
export const OWN_ROLES = ['self', 'child', 'tenant', 'husband', 'wife'] as const;

type Person = Dataset['persons'][number];

/** A husband in a row about his wife is a relative like any other. */
const isRelative = ({ role }: Person, { persons }: Dataset): boolean =>
  !(OWN_ROLES as readonly string[]).includes(role) ||
  (role === 'husband' && persons.some((person) => person.role === 'self'));

/** Whether a landed mention is of a role that is so in its dataset. By dataset, for a long list after IN becomes a join. */
const inRole = (alias: string, { datasets }: Pack, isSo: (person: Person, dataset: Dataset) => boolean): string => {
  const cases = datasets.flatMap((dataset) => {
    const roles = dataset.persons.filter((person) => isSo(person, dataset)).map(({ role }) => sqlText(role));
    return roles.length === 0 ? [] : [`WHEN ${sqlText(dataset.id)} THEN ${alias}.role IN (${roles.join(', ')})`];
  });
  return cases.length === 0 ? 'false' : `CASE ${alias}.dataset ${cases.join(' ')} ELSE false END`;
};

/** Id of the record of a landed mention. A relative's is told apart by the name: the spouse in next year's row may be another person. */
export const recordIdSql = (alias: string, pack: Pack): string =>
  `CASE WHEN ${inRole(alias, pack, isRelative)} THEN ${alias}.record_id || ':' || coalesce(${alias}.name_fuzzy, '') ELSE ${alias}.record_id END`;

/** Whether a landed mention is of a role whose birth date the row itself says; in others it was read off the number. */
export const saysBirthSql = (alias: string, pack: Pack): string =>
  inRole(alias, pack, ({ birth }) => birth !== undefined);

/** Files of a part of batches, each row with the day it was delivered. */
function factsSql(home: string, batches: readonly DatedBatch[], part: 'events' | 'signs'): string {
  const files = batches.flatMap((batch) =>
    batchFiles(home, batch, part).map((path) => ({ path: sqlText(path), day: sqlText(batch.day) })),
  );
  return `(SELECT m.*, f.day AS delivered FROM read_parquet([${files.map(({ path }) => path).join(', ')}], filename = true) m
    JOIN (VALUES ${files.map(({ path, day }) => `(${path}, DATE ${day})`).join(', ')}) f(path, day) ON f.path = m.filename)`;
}

/** A batch with the day by which it was known: the last one that a few mistyped years do not reach. */
export type DatedBatch = Batch & { readonly day: string };

/** Batches that mention anybody, dated by the days their mentions became known: as they say it, or by what was landed where a former version landed them. */
export async function dateBatches(home: string, batches: readonly Batch[]): Promise<readonly DatedBatch[]> {
  const silent = batches.filter(({ mentionsUntil }) => mentionsUntil === undefined);
  const read = new Map<Batch, string>();
  if (silent.length > 0) {
    const database = await openDatabase();
    for (const batch of silent) {
      const files = batchFiles(home, batch, 'persons').map(sqlText).join(', ');
      const [told] = await database.rows<{ day: string | null }>(lastDaySql(`read_parquet([${files}])`));
      if (told!.day !== null) read.set(batch, told!.day);
    }
    database.close();
  }
  return batches.flatMap((batch) => {
    const day = batch.mentionsUntil ?? read.get(batch);
    return day === undefined ? [] : [{ ...batch, day }];
  });
}

/** What the register needs of a person record, as it is. */
const KEPT = [
  'id_token',
  'id_valid',
  'id_birth',
  'written_name',
  ...NAME_COLUMNS.filter((column) => column !== 'name_length'),
  'sex',
  'birth',
  'phone_token',
  'division',
  'township',
  ...ADDRESS_COLUMNS,
  'nationality',
  'education',
  'marital_status',
  'hukou_division',
  'hukou_township',
  'hukou_place',
  'hukou_numbers',
  'household',
  'relation_to_head',
];

/** Bits of `place`: of the row in its file, and of both. */
export const PLACE_BITS = { row: 28, all: 48 };

/** Files that hold the mentions of batches, in the order of landing; `place` says which. */
export const mentionFiles = (home: string, batches: readonly Batch[]): readonly string[] =>
  batches.flatMap((batch) => batchFiles(home, batch, 'persons'));

/**
 * Query of mentions in landed batches: what each delivered row says of one person. `place` orders versions as they were landed, `row_key` is one for all
 * mentions of a row. `where` chooses by landed row `m` and file `f` (`batch`: its place among the batches).
 */
export function mentionSql(home: string, batches: readonly DatedBatch[], pack: Pack, where = 'true'): string {
  const paths = mentionFiles(home, batches).map(sqlText);
  const files = batches
    .flatMap((batch, index) => mentionFiles(home, [batch]).map(() => `${index}, DATE ${sqlText(batch.day)}`))
    .map((of, ordinal) => `(${paths[ordinal]}, ${ordinal}, ${of})`);
  return `
    SELECT ${recordIdSql('m', pack)} AS record_id, ${ROW_KEY} AS row_key, m.dataset::${words(pack.datasets.map(({ id }) => id))} AS dataset,
      m.role::${words(pack.datasets.flatMap(({ persons }) => persons.map(({ role }) => role)))} AS role,
      least(m.known_since, f.day) AS known_since, f.day AS delivered, f.ordinal::BIGINT * ${2 ** PLACE_BITS.row} + m.file_row_number AS place,
      ${saysBirthSql('m', pack)} AS says_birth, NOT (${inRole('m', pack, isRelative)}) AS is_own, ${KEPT.map((column) => `m.${column}`).join(', ')}
    FROM read_parquet([${paths.join(', ')}], filename = true, file_row_number = true) m
    JOIN (VALUES ${files.join(', ')}) f(path, ordinal, batch, day) ON f.path = m.filename
    WHERE ${where}`;
}

/** Whether a landed row is one of table `rows(row_key)`. */
export const isRowOf = (rows: string): string => `${ROW_KEY} IN (FROM ${rows})`;

/** Row ids end in hexadecimal digits of a hash: 64 bits of them are enough to tell rows apart. */
const ROW_KEY = "('0x' || right(m.row_id, 16))::UBIGINT";

const words = (values: readonly string[]): string => `ENUM(${[...new Set(values)].map(sqlText).join(', ')})`;

/** Takes identity numbers out of table `mention`, and births that were read off them. */
export const hideNumbersSql = `UPDATE mention SET id_token = NULL, id_valid = false, id_birth = NULL,
  birth = CASE WHEN says_birth THEN birth END`;

/** Relations `event` and `sign` of the batches: the same row sent again says it once, with the days it was first known and last delivered. */
export async function keepFacts(
  database: Database,
  home: string,
  batches: readonly DatedBatch[],
  where: string,
): Promise<void> {
  await database.keep(
    'event',
    `SELECT record_id, kind, day, min(known_since) AS known_since, max(delivered) AS delivered FROM ${factsSql(home, batches, 'events')} WHERE ${where} GROUP BY ALL`,
  );
  await database.keep(
    'sign',
    `SELECT record_id, kind, first_day, last_day, min(known_since) AS known_since, max(delivered) AS delivered
     FROM ${factsSql(home, batches, 'signs')} WHERE ${where} GROUP BY ALL`,
  );
}

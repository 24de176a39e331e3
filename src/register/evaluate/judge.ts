import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '#datasets';
import { batchFiles, readBatches } from '#datasets';
import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';
import { recordIdSql, saysBirthSql } from '../resolve/mention-sql.ts';
import type { RegisterVersion } from '../versions.ts';
import { tableSql } from '../versions.ts';
import { ageGroupSql } from './age-group.ts';
import { truthCsv } from './truth-csv.ts';

interface Delivered {
  readonly dataset: string;
  /** From the folder of the feeds: `DAY/DATASET.csv`. */
  readonly path: string;
}

/** What a simulated city delivered, by its manifest. Throws where the folder holds no city's feeds. */
export function deliveredFiles(feeds: string): readonly Delivered[] {
  const manifest = join(feeds, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`${feeds} holds no feeds of a simulated city`);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { files: readonly Delivered[] }).files;
}

/** Table `judged(record_id, person_id, truth, is_own, is_tellable, age, sex, district, floating)`: each record of the version with whom it is truly about. */
export async function judge(
  database: Database,
  home: string,
  pack: Pack,
  version: RegisterVersion,
  feeds: string,
  truth: string,
): Promise<void> {
  const used = new Set(version.batches);
  const batches = new Map(readBatches(home).map((batch) => [`${batch.dataset}/${batch.id}`, batch]));
  await database.run('CREATE TEMP TABLE said (record_id VARCHAR, truth VARCHAR, is_tellable BOOLEAN)');
  let found = false;
  for (const { dataset, path } of deliveredFiles(feeds)) {
    const batch = batches.get(`${dataset}/${await contentId(join(feeds, path))}`);
    if (batch === undefined || !used.has(`${dataset}/${batch.id}`)) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const landed = (part: Part): string => `read_parquet([${batchFiles(home, batch, part).map(sqlText).join(', ')}])`;
    const headLines = /\.(csv|xlsx)$/.test(path) ? 1 : 0;
    found = true;
    await database.run(`INSERT INTO said SELECT ${recordIdSql('p', pack)}, t.person, ${tellableSql('p', pack)}
      FROM read_csv(${sqlText(join(truth, 'records', folder, `${dataset}.csv`))}, header = true, all_varchar = true) t
      JOIN ${landed('rows')} r ON r.line = t.row::BIGINT + ${headLines}
      JOIN ${landed('persons')} p ON p.row_id = r.row_id AND p.role = t.role
      WHERE t.person <> ''`);
  }
  if (!found) throw new Error('nothing in the register comes from these feeds');
  await database.run(`CREATE TEMP TABLE judged AS
    WITH about AS (
      SELECT k.record_id, k.person_id, k.is_own, mode(s.truth) AS truth, bool_or(is_tellable) AS is_tellable FROM ${tableSql(home, version.version, 'link')} k
      JOIN said s USING (record_id) GROUP BY ALL),
    place AS (SELECT person, arg_max(township, "from") AS township, bool_or("until" IS NULL) AS present FROM ${truthCsv(truth, 'residence')} GROUP BY 1),
    book AS (SELECT person, arg_max(township, "from") AS township FROM ${truthCsv(truth, 'hukou')} WHERE "until" IS NULL GROUP BY 1)
    SELECT a.*, p.sex, ${ageGroupSql('age')} AS age,
      coalesce(left(place.township, 6), 'elsewhere') AS district,
      CASE WHEN book.township IS NULL THEN 'from elsewhere' WHEN left(book.township, 6) = left(place.township, 6) THEN 'at home' ELSE 'away' END AS floating
    FROM about a JOIN (SELECT *, date_diff('year', born::DATE, DATE ${sqlText(version.known)}) AS age FROM ${truthCsv(truth, 'persons')}) p ON p.person = a.truth
    LEFT JOIN place ON place.person = a.truth LEFT JOIN book ON book.person = a.truth`);
}

/** Whether a mention has a name and besides a birth date, a full address, a telephone number, or the spouse's name in the same row. */
const tellableSql = (alias: string, pack: Pack): string => `(${alias}.name IS NOT NULL AND (
  (${saysBirthSql(alias, pack)}) AND ${alias}.birth IS NOT NULL OR ${alias}.address_numbers IS NOT NULL OR ${alias}.hukou_numbers IS NOT NULL
  OR ${alias}.phone_token IS NOT NULL OR ${alias}.role IN ('spouse', 'husband', 'wife')
  OR (${alias}.role IN ('mother', 'father') AND count(DISTINCT ${alias}.role) FILTER (${alias}.role IN ('mother', 'father') AND ${alias}.name IS NOT NULL) OVER (PARTITION BY ${alias}.row_id) = 2)))`;

async function contentId(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 16);
}

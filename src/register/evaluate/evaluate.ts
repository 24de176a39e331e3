import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { batchFile, readBatches } from '#datasets';
import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';
import type { ResidentCount } from '../residence/estimate-residence.ts';
import { recordIdSql } from '../resolve/mention-sql.ts';
import type { RegisterVersion } from '../versions.ts';
import { currentVersion, eventFiles, tableFile } from '../versions.ts';
import { clusterScoreSql, pairScoreSql } from './score-sql.ts';

export interface Score {
  /** What was scored: `all`, or a group such as `age 60-79`. */
  readonly part: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Evaluation {
  readonly version: RegisterVersion;
  readonly records: number;
  readonly pairs: Score;
  readonly clusters: Score;
  /** Clusters of rows that are about the person, relatives, owners and guardians named in them left out. */
  readonly ownClusters: Score;
  /** Pairs by age, sex, district and floating status of the true person. */
  readonly groups: readonly Score[];
  /** What became of identifiers, by version. */
  readonly identifiers: readonly IdentifierChanges[];
  /** Counted usual residents by county beside the truth of that day. */
  readonly residents: readonly (ResidentCount & { readonly truth: number })[];
  /** Share of records decided without a clerk. */
  readonly automatic: number;
}

export interface IdentifierChanges {
  readonly version: number;
  /** Day up to which its data were known. */
  readonly day: string;
  readonly created: number;
  readonly merged: number;
  readonly split: number;
  /** People whose own records are the very same as in the version before, and how many of them kept their identifier; of the last version only. */
  readonly untouched?: number;
  readonly kept?: number;
}

interface Delivered {
  readonly dataset: string;
  readonly path: string;
}

/**
 * Measures the version in force against the truth of a simulated city: `feeds` and `truth` are the two folders of `city make`. Records of batches
 * that are not the city's are left out. Throws where the folders hold no city.
 */
export async function evaluateRegister(home: string, pack: Pack, feeds: string, truth: string): Promise<Evaluation> {
  const version = currentVersion(home);
  if (version === undefined) throw new Error('no register: popplus refresh first');
  const database = await openDatabase({ memory: '6GB' });
  try {
    await judge(database, home, pack, version, feeds, truth);
    const score = async (sql: string): Promise<readonly Score[]> =>
      (await database.rows<{ part?: string; claimed: number; correct: number; real: number }>(sql)).map(scoreOf);
    const [pairs] = await score(pairScoreSql());
    const [clusters] = await score(clusterScoreSql('judged'));
    const [ownClusters] = await score(clusterScoreSql('judged WHERE is_own'));
    const groups: Score[] = [];
    for (const by of ['age', 'sex', 'district', 'floating'])
      groups.push(...(await score(pairScoreSql(`'${by} ' || ${by}`))));
    const [count] = await database.rows<{ n: number }>('SELECT count(*) AS n FROM judged');
    return {
      version,
      records: count!.n,
      pairs: pairs!,
      clusters: { ...clusters!, part: 'all' },
      ownClusters: { ...ownClusters!, part: 'own rows' },
      groups,
      identifiers: await identifierChanges(database, home, version),
      residents: await residentsBeside(database, version, truth),
      automatic: 1 - version.doubtful.length / count!.n,
    };
  } finally {
    database.close();
  }
}

const scoreOf = ({
  part = 'all',
  claimed,
  correct,
  real,
}: {
  part?: string;
  claimed: number;
  correct: number;
  real: number;
}): Score => {
  const precision = claimed === 0 ? 1 : correct / claimed;
  const recall = real === 0 ? 1 : correct / real;
  return {
    part,
    precision,
    recall,
    f1: (2 * correct) / (claimed + real),
    wrong: claimed - correct,
    missed: real - correct,
  };
};

/** Table `judged(record_id, person_id, truth, age, sex, district, floating)`: each record of the version with whom it is truly about. */
async function judge(
  database: Database,
  home: string,
  pack: Pack,
  version: RegisterVersion,
  feeds: string,
  truth: string,
): Promise<void> {
  const manifest = join(feeds, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`${feeds} holds no feeds of a simulated city`);
  const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files: readonly Delivered[] };
  const used = new Set(version.batches);
  const landed = new Map(readBatches(home).map((batch) => [`${batch.dataset}/${batch.id}`, batch]));
  await database.run('CREATE TEMP TABLE said (record_id VARCHAR, truth VARCHAR)');
  let found = false;
  for (const { dataset, path } of files) {
    const batch = landed.get(`${dataset}/${await contentId(join(feeds, path))}`);
    if (batch === undefined || !used.has(`${dataset}/${batch.id}`)) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const headLines = /\.(csv|xlsx)$/.test(path) ? 1 : 0;
    found = true;
    await database.run(`INSERT INTO said SELECT ${recordIdSql('p', pack)}, t.person
      FROM read_csv(${sqlText(join(truth, 'records', folder, `${dataset}.csv`))}, header = true, all_varchar = true) t
      JOIN read_parquet(${sqlText(batchFile(home, batch, 'rows'))}) r ON r.line = t.row::BIGINT + ${headLines}
      JOIN read_parquet(${sqlText(batchFile(home, batch, 'persons'))}) p ON p.row_id = r.row_id AND p.role = t.role
      WHERE t.person <> ''`);
  }
  if (!found) throw new Error('nothing in the register comes from these feeds');
  const csv = (name: string): string =>
    `read_csv(${sqlText(join(truth, `${name}.csv`))}, header = true, all_varchar = true)`;
  await database.run(`CREATE TEMP TABLE judged AS
    WITH about AS (
      SELECT k.record_id, k.person_id, k.is_own, mode(s.truth) AS truth FROM read_parquet(${sqlText(tableFile(home, version.version, 'link'))}) k
      JOIN said s USING (record_id) GROUP BY ALL),
    place AS (SELECT person, arg_max(township, "from") AS township, bool_or("until" IS NULL) AS present FROM ${csv('residence')} GROUP BY 1),
    book AS (SELECT person, arg_max(township, "from") AS township FROM ${csv('hukou')} WHERE "until" IS NULL GROUP BY 1)
    SELECT a.*, p.sex, CASE WHEN age < 15 THEN '00-14' WHEN age < 30 THEN '15-29' WHEN age < 60 THEN '30-59' WHEN age < 80 THEN '60-79' ELSE '80+' END AS age,
      coalesce(left(place.township, 6), 'elsewhere') AS district,
      CASE WHEN book.township IS NULL THEN 'from elsewhere' WHEN left(book.township, 6) = left(place.township, 6) THEN 'at home' ELSE 'away' END AS floating
    FROM about a JOIN (SELECT *, date_diff('year', born::DATE, DATE ${sqlText(version.known)}) AS age FROM ${csv('persons')}) p ON p.person = a.truth
    LEFT JOIN place ON place.person = a.truth LEFT JOIN book ON book.person = a.truth`);
}

async function identifierChanges(
  database: Database,
  home: string,
  { version }: RegisterVersion,
): Promise<readonly IdentifierChanges[]> {
  const changes = await database.rows<IdentifierChanges>(
    `SELECT regexp_extract(filename, 'v(\\d+)/event', 1)::INTEGER AS version, max(day)::VARCHAR AS day, count(*) FILTER (kind = 'created') AS created,
     count(*) FILTER (kind = 'merged') AS merged, count(*) FILTER (kind = 'split') AS split
     FROM read_parquet([${eventFiles(home).map(sqlText).join(', ')}], filename = true) GROUP BY 1 ORDER BY 1`,
  );
  if (version < 2) return changes;
  const own = (of: number): string =>
    `SELECT person_id, list(record_id ORDER BY record_id) AS records FROM read_parquet(${sqlText(tableFile(home, of, 'link'))}) WHERE is_own GROUP BY 1`;
  const [stable] = await database.rows<{ untouched: number; kept: number }>(
    `SELECT count(*) AS untouched, count(*) FILTER (a.person_id = b.person_id) AS kept FROM (${own(version - 1)}) a JOIN (${own(version)}) b USING (records)`,
  );
  return changes.map((change) => (change.version === version ? { ...change, ...stable } : change));
}

async function residentsBeside(
  database: Database,
  { residents, known }: RegisterVersion,
  truth: string,
): Promise<Evaluation['residents']> {
  const rows = await database.rows<{ area: string; n: number }>(
    `SELECT left(township, 6) AS area, count(DISTINCT person) AS n
     FROM read_csv(${sqlText(join(truth, 'residence.csv'))}, header = true, all_varchar = true)
     WHERE "from" <= ${sqlText(known)} AND ("until" IS NULL OR "until" > ${sqlText(known)}) GROUP BY 1`,
  );
  const truths = new Map(rows.map(({ area, n }) => [area, n]));
  return residents.map((count) => ({ ...count, truth: truths.get(count.area) ?? 0 }));
}

async function contentId(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 16);
}

import { parseIdNumber } from '#base';
import type { Vault } from '#datasets';
import { parsePhone } from '#datasets';
import type { EvidenceStep, LoadColumn, Parameters } from '#linkage';
import {
  addressCodes,
  agreementSql,
  duckdb,
  explainPair,
  frequencyColumns,
  frequencySql,
  nameCodes,
  preparedSql,
} from '#linkage';
import type { Database } from '#warehouse';
import { duckdbEngine, sqlText } from '#warehouse';
import { COMPARED, nodeSql } from '../resolve/node-sql.ts';
import { personModel } from '../resolve/person-model.ts';
import { keysSql } from '../scope/keys-sql.ts';

/** What is known of somebody to look for, as written; the more, the surer. */
export interface Wanted {
  readonly number?: string;
  readonly name?: string;
  /** `YYYY-MM-DD` */
  readonly birth?: string;
  readonly sex?: 'female' | 'male';
  readonly phone?: string;
  readonly address?: string;
}

/** Somebody who may be the one looked for. */
export interface Candidate {
  readonly person: string;
  readonly probability: number;
  /** What decided: the identity number, or the model. */
  readonly by: 'number' | 'model';
  /** What speaks for and against by the model; nothing where the number decides. */
  readonly evidence: readonly EvidenceStep[];
}

/** Candidates looked at: those who share most keys. */
const MOST_CANDIDATES = 50;
const LEAST_PROBABILITY = 0.001;

type Said = Readonly<Record<string, string | null>>;

/**
 * People of tables `person` and `key` who may be the one looked for, the likeliest first: the one with the number, or those who share a key, compared by
 * the model and the parameters of the version. Somebody with another valid number is nobody's candidate.
 */
export async function findPerson(
  database: Database,
  vault: Vault,
  parameters: Parameters,
  people: number,
  wanted: Wanted,
): Promise<readonly Candidate[]> {
  const asked = said(vault, wanted);
  const found = await candidates(database, asked);
  const same = found.filter(({ number }) => number !== null && number === asked['id_token']);
  if (same.length > 0)
    return same.map(({ person_id }) => ({ person: person_id!, probability: 1, by: 'number', evidence: [] }));
  const open = found.filter(({ number }) => number === null || asked['number'] === null);
  if (open.length === 0) return [];
  const patterns = await compare(database, asked, open);
  return open
    .map(({ person_id }, index) => {
      const { probability, steps } = explainPair(
        personModel,
        { ...parameters, lambda: 1 / Math.max(2, people) },
        patterns[index]!,
      );
      return { person: person_id!, probability, by: 'model' as const, evidence: steps };
    })
    .filter(({ probability }) => probability >= LEAST_PROBABILITY)
    .toSorted((a, b) => b.probability - a.probability || (a.person < b.person ? -1 : 1));
}

/** What is asked in the columns of a mention. */
function said(vault: Vault, { number, name, birth, sex, phone, address }: Wanted): Said {
  const parsed = number === undefined ? undefined : parseIdNumber(number.normalize('NFKC'));
  const valid = parsed === undefined || 'fault' in parsed ? undefined : parsed;
  const digits = phone === undefined ? null : parsePhone(phone);
  const token = valid === undefined ? null : vault.token('identity', valid.number);
  return {
    id_token: token,
    number: token,
    ...named(name ?? null),
    sex: sex ?? valid?.sex ?? null,
    birth: (birth ?? valid?.birth)?.replaceAll('-', '') ?? null,
    phone_token: digits === null ? null : vault.token('phone', digits),
    ...addressCodes(address),
  };
}

const named = (name: string | null): Said =>
  Object.fromEntries(
    Object.entries(nameCodes(name)).map(([column, code]) => [column, typeof code === 'string' ? code : null]),
  );

/** Everybody who shares a key with the one asked for, those who share most first. */
async function candidates(database: Database, asked: Said): Promise<readonly Said[]> {
  await loadRecords(database, 'asked', [asked], [...COMPARED, 'id_token', 'household']);
  const keys = await database.rows<{ key: string }>(
    `SELECT DISTINCT key::VARCHAR AS key FROM (${keysSql('asked m', '0')})`,
  );
  if (keys.length === 0) return [];
  const shared = await database.rows<{ person_id: string }>(
    `SELECT person_id FROM key WHERE key IN (${keys.map(({ key }) => `${key}::UBIGINT`).join(', ')})
     GROUP BY person_id ORDER BY count(*) DESC, person_id LIMIT ${MOST_CANDIDATES}`,
  );
  if (shared.length === 0) return [];
  const rows = await database.rows<Said>(
    `SELECT person_id, number, written_name, sex, strftime(born, '%Y%m%d') AS birth, phone_token, county AS division, township, address_place,
     address_numbers, hukou_division, hukou_township, hukou_place, hukou_numbers
     FROM person WHERE person_id IN (${shared.map(({ person_id }) => sqlText(person_id)).join(', ')}) ORDER BY person_id`,
  );
  return rows.map((row) => ({ ...row, ...named(row['written_name']!) }));
}

/** Patterns of agreement of each candidate with the one asked for. */
async function compare(database: Database, asked: Said, open: readonly Said[]): Promise<Float64Array> {
  const engine = duckdbEngine(database.connection);
  const records = [asked, ...open];
  await loadRecords(database, 'record', records, COMPARED);
  const numbers = Int32Array.from(records.keys());
  const column = (name: string): LoadColumn => ({ name, type: 'integer', values: numbers });
  await engine.load('label', [column('rid'), column('label'), column('number')]);
  await engine.load('unit', [column('rid'), column('unit')]);
  for (const sql of [nodeSql(['none'])].flat()) await database.run(sql);
  const [counts] = await database.rows<Record<string, number>>(
    `SELECT count(*) FILTER (name = $1) AS name, count(*) FILTER (name_fuzzy = $2) AS name_fuzzy,
     count(*) FILTER (born = try_strptime($3, '%Y%m%d')::DATE) AS birth FROM person`,
    [asked['name']!, asked['name_fuzzy']!, asked['birth']!],
  );
  for (const name of frequencyColumns(personModel)) {
    const bearers = `(SELECT ${name} FROM asked, range(${Math.max(1, counts![name] ?? 1)}))`;
    await database.run(frequencySql(personModel, name, bearers, duckdb));
  }
  await database.run(preparedSql(personModel, 'node', duckdb));
  await database.run('CREATE OR REPLACE TEMP TABLE pairs AS SELECT 0 AS l, no AS r FROM node WHERE no > 0');
  return (await engine.numbers(`SELECT pattern FROM (${agreementSql(personModel, 'pairs', duckdb)}) ORDER BY r`))[
    'pattern'
  ]!;
}

/** A table of records, each in a row of its own, with the columns that comparing needs. */
async function loadRecords(
  database: Database,
  table: string,
  records: readonly Said[],
  columns: readonly string[],
): Promise<void> {
  const text = (name: string): LoadColumn => ({
    name,
    type: 'text',
    values: records.map((record) => record[name] ?? null),
  });
  await duckdbEngine(database.connection).load('said', [
    { name: 'rid', type: 'integer', values: Int32Array.from(records.keys()) },
    ...[...columns, 'number'].map(text),
  ]);
  await database.run(`CREATE OR REPLACE TEMP TABLE ${table} AS
    SELECT *, rid AS row_key, 'person' AS dataset, 'self' AS role, true AS is_own, false AS unnamed FROM said`);
}

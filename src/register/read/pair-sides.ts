import type { Dataset } from '#plan';
import { sqlName } from '#warehouse';
import type { Desk } from './desk.ts';
import { maskAddress, maskName } from './mask.ts';
import { numbersOf } from './numbers-of.ts';

/** A record as a clerk sees it beside another: values by attribute, masked. */
export interface RecordSide {
  readonly record: string;
  readonly person: string;
  readonly dataset: string;
  readonly role: string;
  readonly values: Readonly<Record<string, string | null>>;
  readonly cluster: { readonly records: number; readonly datasets: readonly string[] };
}

interface Landed extends Readonly<Record<string, string | null>> {
  readonly row_id: string;
  readonly role: string;
  readonly id_token: string | null;
}

/** A record of the register as its latest version says it; undefined where the register has none of that id. */
export async function recordSide(desk: Desk, record: string): Promise<RecordSide | undefined> {
  const { database } = desk;
  const [link] = await database.rows<{ person: string; dataset: string; role: string }>(
    `SELECT person_id AS person, dataset, role FROM ${desk.table('link')} WHERE record_id = $1`,
    [record],
  );
  const landed = link && desk.landed('persons', [link.dataset]);
  if (link === undefined || landed === undefined) return undefined;
  const [cluster] = await database.rows<{ records: number; datasets: string }>(
    `SELECT count(*) AS records, to_json(list_sort(list(DISTINCT dataset)))::VARCHAR AS datasets FROM ${desk.table('link')} WHERE person_id = $1`,
    [link.person],
  );
  const [id = '', named] = record.split(':');
  const [own] = await database.rows<Landed>(
    `SELECT row_id, role, id_token, written_name, sex, birth, phone_token, division, township, hukou_division, hukou_township,
     education, marital_status, nationality, known_since::VARCHAR AS known_since
     FROM ${landed} WHERE record_id = $1 AND ($2::VARCHAR IS NULL OR coalesce(name_fuzzy, '') = $2) ORDER BY known_since DESC LIMIT 1`,
    [id, named ?? null],
  );
  if (own === undefined) return undefined;
  const relatives = await database.rows<{ role: string; name: string }>(
    `SELECT role, arg_max(written_name, known_since) AS name FROM ${landed}
     WHERE row_id = $1 AND role <> $2 AND written_name IS NOT NULL GROUP BY role ORDER BY role`,
    [own.row_id, link.role],
  );
  return {
    record,
    ...link,
    values: {
      name: maskName(own['written_name'] ?? null),
      number: own.id_token === null ? null : ((await numbersOf(desk, [own.id_token])).get(own.id_token) ?? null),
      sex: own['sex'] ?? null,
      born: own['birth']?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? null,
      phone: maskToken(own['phone_token'] ?? null),
      county: own['division'] ?? null,
      township: own['township'] ?? null,
      hukouCounty: own['hukou_division'] ?? null,
      hukouTownship: own['hukou_township'] ?? null,
      ...(await addresses(desk, link, own.row_id)),
      education: own['education'] ?? null,
      maritalStatus: own['marital_status'] ?? null,
      nationality: own['nationality'] ?? null,
      ...Object.fromEntries(relatives.map(({ role, name }) => [role, maskName(name)])),
      knownSince: own['known_since'] ?? null,
    },
    cluster: { records: cluster!.records, datasets: JSON.parse(cluster!.datasets) as string[] },
  };
}

/** Addresses of a row as they were landed, without their numbers. */
async function addresses(
  desk: Desk,
  { dataset, role }: { readonly dataset: string; readonly role: string },
  row: string,
): Promise<Record<string, string | null>> {
  const person = contractOf(desk, dataset)?.persons.find((each) => each.role === role);
  const fields = { address: person?.address, hukouAddress: person?.hukouAddress };
  const chosen = Object.entries(fields).flatMap(([as, field]) => (field === undefined ? [] : [[as, field] as const]));
  const rows = desk.landed('rows', [dataset]);
  if (chosen.length === 0 || rows === undefined) return {};
  const [found] = await desk.database.rows<Record<string, string | null>>(
    `SELECT ${chosen.map(([as, field]) => `${sqlName(field)} AS ${sqlName(as)}`).join(', ')} FROM ${rows}
     WHERE row_id = $1 ORDER BY known_since DESC LIMIT 1`,
    [row],
  );
  return Object.fromEntries(chosen.map(([as]) => [as, maskAddress(found?.[as] ?? null)]));
}

const contractOf = ({ datasets }: Desk, dataset: string): Dataset | undefined =>
  datasets.find(({ id }) => id === dataset);

/** Telephones are kept as tokens: the last signs of it tell two apart and say nothing of the number. */
const maskToken = (token: string | null): string | null => (token === null ? null : `**** ${token.slice(-4)}`);

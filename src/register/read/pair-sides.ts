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
  readonly record_id: string;
  readonly role: string;
  readonly name_fuzzy: string | null;
}

/** A record of the register, of a person, as its latest version says it, by the contracts of datasets; undefined where the person has no record of that id. */
export async function recordSide(
  desk: Desk,
  datasets: readonly Dataset[],
  record: string,
  person: string,
): Promise<RecordSide | undefined> {
  const { database } = desk;
  const [id = '', named] = record.split(':');
  const [dataset = '', key = '', role = ''] = id.split('.');
  const cluster = await database.rows<{ record: string; dataset: string; place: number }>(
    `SELECT record_id AS record, dataset, place FROM ${desk.asked('link', [person])}`,
    [person],
  );
  const place = cluster.find((each) => each.record === record)?.place;
  if (place === undefined) return undefined;
  const row = `${dataset}.${key}`;
  const mentions = await database.rows<Landed>(
    `SELECT record_id, role, name_fuzzy, id_token, written_name, sex, birth, phone_token, division, township, hukou_division, hukou_township,
     education, marital_status, nationality, known_since::VARCHAR AS known_since
     FROM ${desk.landedAt(place, 'persons')} WHERE row_id = $1 ORDER BY known_since DESC`,
    [row],
  );
  const own = mentions.find(
    (mention) => mention.record_id === id && (named === undefined || (mention.name_fuzzy ?? '') === named),
  );
  if (own === undefined) return undefined;
  const relatives = [...new Set(mentions.map((mention) => mention.role))].filter((other) => other !== role).toSorted();
  const contract = datasets.find((each) => each.id === dataset);
  const said = (column: string): string | null => own[column] ?? null;
  const token = said('id_token');
  return {
    record,
    person,
    dataset,
    role,
    values: {
      name: maskName(said('written_name')),
      number: token === null ? null : ((await numbersOf(desk, [token], [dataset])).get(token) ?? null),
      sex: said('sex'),
      born: said('birth')?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? null,
      phone: maskToken(said('phone_token')),
      county: said('division'),
      township: said('township'),
      hukouCounty: said('hukou_division'),
      hukouTownship: said('hukou_township'),
      ...(await addresses(desk, contract, role, row, place)),
      education: said('education'),
      maritalStatus: said('marital_status'),
      nationality: said('nationality'),
      ...Object.fromEntries(
        relatives.map((other) => [
          other,
          maskName(mentions.find((mention) => mention.role === other)!['written_name'] ?? null),
        ]),
      ),
      knownSince: said('known_since'),
    },
    cluster: {
      records: cluster.length,
      datasets: [...new Set(cluster.map((each) => each.dataset))].toSorted(),
    },
  };
}

/** Addresses of a row as they were landed, without their numbers. */
async function addresses(
  desk: Desk,
  contract: Dataset | undefined,
  role: string,
  row: string,
  place: number,
): Promise<Record<string, string | null>> {
  const person = contract?.persons.find((each) => each.role === role);
  const fields = { address: person?.address, hukouAddress: person?.hukouAddress };
  const chosen = Object.entries(fields).flatMap(([as, field]) => (field === undefined ? [] : [[as, field] as const]));
  if (chosen.length === 0) return {};
  const [found] = await desk.database.rows<Record<string, string | null>>(
    `SELECT ${chosen.map(([as, field]) => `${sqlName(field)} AS ${sqlName(as)}`).join(', ')} FROM ${desk.landedAt(place, 'rows')}
     WHERE row_id = $1 ORDER BY known_since DESC LIMIT 1`,
    [row],
  );
  return Object.fromEntries(chosen.map(([as]) => [as, maskAddress(found?.[as] ?? null)]));
}

/** Telephones are kept as tokens: the last signs of it tell two apart and say nothing of the number. */
const maskToken = (token: string | null): string | null => (token === null ? null : `**** ${token.slice(-4)}`);

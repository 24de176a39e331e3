import type { LivingHousehold } from '../households/household-of.ts';
import { householdOf } from '../households/household-of.ts';
import { eventsSql } from '../versions.ts';
import type { Desk } from './desk.ts';
import { among, inAreas } from './conditions.ts';
import type { Located, PersonAtDesk } from './find-people.ts';
import { maskName } from './mask.ts';
import { numbersOf } from './numbers-of.ts';

/** What happened in a life, as a department's row tells it. */
export interface LifeEvent {
  readonly kind: string;
  readonly day: string;
  readonly dataset: string;
}

/** A value that a department says and that another one's was preferred to. */
export interface Disagreement {
  readonly attribute: string;
  readonly dataset: string;
  readonly value: string;
}

/** Where somebody lived or was registered, as a department said it, with when that was true and when the register knew it. */
export interface Spell {
  readonly kind: 'residence' | 'hukou';
  readonly county: string;
  readonly township: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly known_from: string;
  readonly known_to: string | null;
  readonly dataset: string;
}

/** All there is of a person, from whom, with kin; names and numbers masked. */
export interface Panorama extends PersonAtDesk {
  readonly registered: boolean;
  readonly education: string | null;
  readonly marital_status: string | null;
  readonly nationality: string | null;
  readonly kin: readonly { readonly kind: string; readonly person: string; readonly name: string | null }[];
  readonly records: readonly {
    readonly record: string;
    readonly dataset: string;
    readonly role: string;
    readonly since: string;
    readonly latest: string;
  }[];
  readonly spells: readonly Spell[];
  /** What became of the identifier. */
  readonly events: readonly { readonly kind: string; readonly other: string | null; readonly day: string }[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly disagreements: readonly Disagreement[];
  /** As it is now; `null` on an earlier day. */
  readonly household: LivingHousehold | null;
}

/**
 * All there is of a person within some counties (all: none named), as it was known on a day, `YYYY-MM-DD`, or is now; undefined where
 * there is no such person in them. Somebody who is only named in others' rows has no county and no attributes. The person's own attributes are those of the version in force.
 */
export async function seePerson(
  desk: Desk,
  person: string,
  areas: readonly string[],
  knownOn: string | null = null,
): Promise<Located<Panorama> | undefined> {
  const beside = { ...desk, database: await desk.database.beside() };
  try {
    const [[found], linked] = await Promise.all([
      desk.database.rows<
        Located<Omit<Panorama, 'household'>> & Readonly<Record<'token' | 'household' | 'hukou_division', string | null>>
      >(
        `SELECT person_id AS person, written_name AS name, sex, born::VARCHAR AS born, county, township, resident, died::VARCHAR AS died,
         coalesce(registered, false) AS registered, education, marital_status, nationality, number AS token, household, hukou_division, coalesce(county, hukou_division) AS area
         FROM (SELECT $2 AS person_id) LEFT JOIN ${desk.asked('person', [person], 1)} USING (person_id) WHERE ${inAreas('$1')}`,
        [JSON.stringify(areas), person],
      ),
      linkedRecords(beside, person),
    ]);
    if (found === undefined || linked.length === 0) return undefined;
    const { token, household, hukou_division, ...held } = found;
    const records = linked.filter(({ since }) => knownOn === null || since <= knownOn);
    const [aboutPerson, aboutRecords] = await Promise.all([
      personBeside(desk, person, { token, household }, knownOn),
      saidOf(beside, person, records, { ...held, hukou_division }, knownOn),
    ]);
    return {
      ...held,
      name: maskName(held.name),
      records: records.map(({ record, dataset, role, since, latest }) => ({ record, dataset, role, since, latest })),
      ...aboutPerson,
      ...aboutRecords,
    };
  } finally {
    beside.database.close();
  }
}

/** A record with the place of its latest version. */
type LinkedRecord = Panorama['records'][number] & { readonly is_own: boolean; readonly place: number };

/** Records that are the person, whoever asks; nobody is without one. */
const linkedRecords = (desk: Desk, person: string): Promise<readonly LinkedRecord[]> =>
  desk.database.rows<LinkedRecord>(
    `SELECT record_id AS record, dataset, role, first_known::VARCHAR AS since, known_since::VARCHAR AS latest, is_own, place
     FROM ${desk.asked('link', [person])} ORDER BY dataset, record`,
    [person],
  );

/** Who is beside a person, what became of the identifier, and the number. */
async function personBeside(
  desk: Desk,
  person: string,
  { token, household }: Readonly<Record<'token' | 'household', string | null>>,
  knownOn: string | null,
): Promise<Pick<Panorama, 'number' | 'kin' | 'events' | 'household'>> {
  const related = await desk.database.rows<{ kind: string; person: string }>(
    `SELECT kind, other AS person FROM ${desk.asked('kin', [person])} WHERE $2::DATE IS NULL OR known_since <= $2::DATE ORDER BY kind`,
    [person, knownOn],
  );
  const others = related.map((one) => one.person);
  const named = await desk.database.rows<{ person: string; name: string | null }>(
    `SELECT person_id AS person, written_name AS name FROM ${desk.asked('person', others)}`,
    others,
  );
  const nameOf = new Map(named.map((one) => [one.person, one.name]));
  const happened = eventsSql(desk.home, desk.version.version);
  const events = await desk.database.rows<Panorama['events'][number]>(
    `SELECT kind, other, day::VARCHAR AS day FROM (
       FROM ${happened} WHERE person = $1 UNION ALL FROM ${happened} WHERE kind <> 'created' AND other = $1)
     WHERE $2::DATE IS NULL OR day <= $2::DATE ORDER BY day`,
    [person, knownOn],
  );
  return {
    number: token === null ? null : ((await numbersOf(desk, [token])).get(token) ?? null),
    kin: related.map((one) => ({ ...one, name: maskName(nameOf.get(one.person) ?? null) })),
    events,
    household: knownOn === null && household !== null ? await householdOf(desk, household) : null,
  };
}

/** What departments say of a person. */
async function saidOf(
  desk: Desk,
  person: string,
  records: readonly LinkedRecord[],
  held: Held,
  knownOn: string | null,
): Promise<Pick<Panorama, 'spells' | 'lifeEvents' | 'disagreements'>> {
  const spells = await desk.database.rows<Panorama['spells'][number]>(
    `SELECT kind, county, township, since::VARCHAR AS since, until::VARCHAR AS until, known_from::VARCHAR AS known_from,
     known_to::VARCHAR AS known_to, dataset FROM ${desk.asked('spell', [person])}
     WHERE $2::DATE IS NULL OR (known_from <= $2::DATE AND (known_to IS NULL OR known_to > $2::DATE)) ORDER BY kind, known_from`,
    [person, knownOn],
  );
  const lifeEvents = await desk.database.rows<LifeEvent>(
    `SELECT DISTINCT kind, day::VARCHAR AS day, dataset FROM ${desk.asked('life_event', [person])}
     WHERE $2::DATE IS NULL OR known_since <= $2::DATE ORDER BY day, kind, dataset`,
    [person, knownOn],
  );
  return { spells, lifeEvents, disagreements: await disagreements(desk, records, held, knownOn) };
}

/** Attributes in which departments may disagree: column of a landed mention as text, and of the person. */
const ATTRIBUTES = [
  ['name', 'written_name', 'name'],
  ['sex', 'sex', 'sex'],
  ['born', `try_strptime(birth, '%Y%m%d')::DATE::VARCHAR`, 'born'],
  ['nationality', 'nationality', 'nationality'],
  ['education', 'education', 'education'],
  ['maritalStatus', 'marital_status', 'marital_status'],
  ['hukou', 'hukou_division', 'hukou_division'],
] as const;

type Held = Readonly<Record<(typeof ATTRIBUTES)[number][2], string | null>>;

/** What rows about the person say otherwise than the register holds; as known on a day by the versions known then. */
async function disagreements(
  desk: Desk,
  records: readonly LinkedRecord[],
  held: Held,
  knownOn: string | null,
): Promise<readonly Disagreement[]> {
  const own = records.filter(({ is_own }) => is_own);
  const ids = own.map(({ record }) => record);
  const columns = ['dataset', ...ATTRIBUTES.map(([attribute, said]) => `${said} AS "${attribute}"`)];
  const landed = desk.landed('persons', [...new Set(own.map(({ dataset }) => dataset))]);
  const sql =
    knownOn === null
      ? desk.mentions(
          own.map(({ place }) => place),
          columns,
        )
      : landed &&
        `SELECT ${columns.join(', ')} FROM ${landed} WHERE record_id IN ${among(ids, 1)} AND known_since <= $1::DATE
         QUALIFY row_number() OVER (PARTITION BY record_id ORDER BY known_since DESC) = 1`;
  if (sql === undefined) return [];
  const rows = await desk.database.rows<Readonly<Record<string, string | null>>>(
    sql,
    knownOn === null ? [] : [knownOn, ...ids],
  );
  const found = rows.flatMap((row) =>
    ATTRIBUTES.flatMap(([attribute, , column]) => {
      const [value, before] = [row[attribute], held[column]];
      return value == null || before === null || value === before
        ? []
        : [{ attribute, dataset: row['dataset']!, value: attribute === 'name' ? maskName(value)! : value }];
    }),
  );
  const byText = new Map(found.map((one) => [`${one.attribute} ${one.dataset} ${one.value}`, one]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

import type { Population, Source } from '#base';
import { AGES, AREA_CELLS, FEMALE, MALE, cell } from '#base';
import { openVault } from '#datasets';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';
import type { RegisterVersion, Table } from '../versions.ts';
import { currentVersion, eventFiles, tableFile } from '../versions.ts';
import type { Candidate, Wanted } from './find-person.ts';
import { findPerson } from './find-person.ts';
import { maskName } from './mask.ts';
import { countyAccounts } from './totals.ts';

export type RegisterBasis = 'resident' | 'registered';

export interface AreaCount {
  readonly basis: RegisterBasis;
  readonly county: string;
  /** Absent for the county's own line; `null` for people of the county whose township is not known. */
  readonly township?: string | null;
  readonly people: number;
}

/** Before + births − deaths + in − out + residual = after. */
export interface Account {
  readonly basis: RegisterBasis;
  readonly county: string;
  readonly since: string;
  readonly until: string;
  readonly before: number;
  readonly births: number;
  readonly deaths: number;
  readonly moved_in: number;
  readonly moved_out: number;
  readonly after: number;
  /** What the events seen do not explain. */
  readonly residual: number;
}

export interface FoundPerson {
  readonly person: string;
  /** Masked. */
  readonly name: string | null;
  readonly sex: string | null;
  readonly born: string | null;
  readonly county: string | null;
  readonly township: string | null;
  /** Probability of living in the city, absent for the dead. */
  readonly resident: number | null;
  readonly died: string | null;
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

/** All there is of a person, from whom, with kin; names masked. */
export interface Panorama extends FoundPerson {
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
  readonly events: readonly { readonly kind: string; readonly other: string | null; readonly day: string }[];
}

/** Questions to the version of the register in force when it was opened. */
export interface RegisterReader {
  readonly version: RegisterVersion;
  counts(): Promise<readonly AreaCount[]>;
  accounts(): Promise<readonly Account[]>;
  population(basis: RegisterBasis): Promise<Population>;
  /** Those who may be somebody, the likeliest first, by what is known of them. */
  find(wanted: Wanted): Promise<readonly (FoundPerson & Candidate)[]>;
  /** Spells as the register knew them on a day, `YYYY-MM-DD`; all that were ever known when left out. */
  spells(person: string, knownOn?: string): Promise<readonly Spell[]>;
  panorama(person: string): Promise<Panorama | undefined>;
  close(): void;
}

/** Opens the register for reading; undefined where none was made. Looks of people at people are recorded by the caller. */
export async function openRegister(home: string): Promise<RegisterReader | undefined> {
  const version = currentVersion(home);
  if (version === undefined) return undefined;
  const database = await openDatabase({ memory: '2GB' });
  const file = (table: Table): string => `read_parquet(${sqlText(tableFile(home, version.version, table))})`;
  for (const table of ['person', 'key'] as const)
    await database.run(`CREATE TEMP VIEW ${table} AS FROM ${file(table)}`);
  const vault = openVault(home);
  const spells = (person: string, knownOn?: string): Promise<readonly Spell[]> =>
    database.rows<Spell>(
      `SELECT kind, county, township, since::VARCHAR AS since, until::VARCHAR AS until, known_from::VARCHAR AS known_from,
       known_to::VARCHAR AS known_to, dataset FROM ${file('spell')}
       WHERE person_id = $1 AND ($2::DATE IS NULL OR (known_from <= $2::DATE AND (known_to IS NULL OR known_to > $2::DATE))) ORDER BY kind, known_from`,
      [person, knownOn ?? null],
    );
  return {
    version,
    counts: () =>
      database.rows<AreaCount>(
        `SELECT basis, county, township, sum(people) AS people FROM ${file('population')} GROUP BY ALL
         UNION ALL BY NAME SELECT basis, county, sum(people) AS people FROM ${file('population')} GROUP BY ALL ORDER BY ALL`,
      ),
    accounts: () => countyAccounts(database, home, version),
    population: (basis) => readPopulation(database, file('population'), basis, version),
    find: async (wanted) => {
      const [made] = await database.rows<{ engine: string }>('SELECT version() AS engine');
      if (made!.engine !== version.engine)
        throw new Error(`keys of engine ${version.engine} cannot be asked by ${made!.engine}: popplus refresh --full`);
      const candidates = await findPerson(database, vault, version.parameters, version.counts['persons']!, wanted);
      const people = await peopleOf(
        database,
        candidates.map(({ person }) => person),
      );
      return candidates.map((candidate) => ({ ...people.get(candidate.person)!, ...candidate }));
    },
    spells,
    panorama: async (id) => {
      const [person] = await database.rows<Panorama>(
        `SELECT person_id AS person, written_name AS name, sex, born::VARCHAR AS born, county, township, resident, died::VARCHAR AS died,
         registered, education, marital_status, nationality FROM person WHERE person_id = $1`,
        [id],
      );
      if (person === undefined) return undefined;
      const kin = await database.rows<{ kind: string; person: string }>(
        `SELECT kind, other AS person FROM ${file('kin')} WHERE person_id = $1`,
        [id],
      );
      const others = await peopleOf(
        database,
        kin.map(({ person: other }) => other),
      );
      const records = await database.rows<Panorama['records'][number]>(
        `SELECT record_id AS record, dataset, role, first_known::VARCHAR AS since, known_since::VARCHAR AS latest
         FROM ${file('link')} WHERE person_id = $1 ORDER BY dataset, record`,
        [id],
      );
      const events = await database.rows<Panorama['events'][number]>(
        `SELECT kind, other, day::VARCHAR AS day FROM read_parquet([${eventFiles(home).map(sqlText).join(', ')}]) WHERE person = $1 OR other = $1 ORDER BY day`,
        [id],
      );
      return {
        ...person,
        name: maskName(person.name),
        kin: kin.map((one) => ({ ...one, name: others.get(one.person)?.name ?? null })),
        spells: await spells(id),
        records,
        events,
      };
    },
    close: () => database.close(),
  };
}

/** People by their identifiers, names masked. */
async function peopleOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, FoundPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await database.rows<FoundPerson>(
    `SELECT person_id AS person, written_name AS name, sex, born::VARCHAR AS born, county, township, resident, died::VARCHAR AS died
     FROM person WHERE person_id IN (${ids.map(sqlText).join(', ')})`,
  );
  return new Map(rows.map((row) => [row.person, { ...row, name: maskName(row.name) }]));
}

const SOURCE: Source = { none: 'counted from the register of this city' };

async function readPopulation(
  database: Database,
  table: string,
  basis: RegisterBasis,
  version: RegisterVersion,
): Promise<Population> {
  const rows = await database.rows<{ county: string; sex: string; age: number; people: number }>(
    `SELECT county, sex, age::INTEGER AS age, sum(people) AS people FROM ${table} WHERE basis = $1 GROUP BY ALL ORDER BY county`,
    [basis],
  );
  const areas = [...new Set(rows.map(({ county }) => county))];
  const counts = new Float64Array(areas.length * AREA_CELLS);
  for (const { county, sex, age, people } of rows)
    counts[cell(areas.indexOf(county), sex === 'male' ? MALE : FEMALE, Math.min(age, AGES - 1))]! += people;
  return {
    areas,
    date: version.known,
    basis,
    status: version.simulated ? 'simulated' : 'estimated',
    source: SOURCE,
    counts,
  };
}

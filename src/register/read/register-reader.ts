import type { Population, Source } from '#base';
import { AGES, AREA_CELLS, FEMALE, MALE, cell, parseIdNumber } from '#base';
import { openVault } from '#datasets';
import { nameCodes } from '#linkage';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';
import type { RegisterVersion, Table } from '../versions.ts';
import { currentVersion, eventFiles, tableFile } from '../versions.ts';
import { maskName } from './mask.ts';

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

/** A record to look for; a person is found by the number or by name with birth date. */
export interface Wanted {
  readonly number?: string;
  readonly name?: string;
  /** `YYYY-MM-DD` */
  readonly birth?: string;
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
  find(wanted: Wanted): Promise<readonly FoundPerson[]>;
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
  await database.run(`CREATE TEMP TABLE person AS FROM ${file('person')}`);
  await database.run(
    'CREATE INDEX person_number ON person(number); CREATE INDEX person_name ON person(name_fuzzy); CREATE INDEX person_key ON person(person_id)',
  );
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
    accounts: async () => {
      const rows = await database
        .rows<Account>(`SELECT * REPLACE (since::VARCHAR AS since, until::VARCHAR AS until) FROM ${file('account')}`)
        .catch(() => []);
      return rows;
    },
    population: (basis) => readPopulation(database, file('population'), basis, version),
    find: async ({ number, name, birth }) => {
      const parsed = number === undefined ? undefined : parseIdNumber(number.normalize('NFKC'));
      const token = parsed === undefined || 'fault' in parsed ? undefined : vault.token('identity', parsed.number);
      const sound = name === undefined ? undefined : (nameCodes(name).name_fuzzy ?? undefined);
      if (token !== undefined) {
        const rows = await database.rows<FoundPerson & { written: string | null }>(`${FOUND} WHERE number = $1`, [
          token,
        ]);
        if (rows.length > 0) return rows.map(masked);
      }
      if (sound === undefined || birth === undefined) return [];
      return (
        await database.rows<FoundPerson>(`${FOUND} WHERE name_fuzzy = $1 AND born = $2::DATE`, [sound, birth])
      ).map(masked);
    },
    spells,
    panorama: async (id) => {
      const [person] = await database.rows<Panorama>(
        `SELECT person_id AS person, written_name AS name, sex, born::VARCHAR AS born, county, township, resident, died::VARCHAR AS died,
         registered, education, marital_status, nationality FROM person WHERE person_id = $1`,
        [id],
      );
      if (person === undefined) return undefined;
      const kin = await database.rows<{ kind: string; person: string; name: string | null }>(
        `SELECT k.kind, k.other AS person, p.written_name AS name FROM ${file('kin')} k LEFT JOIN person p ON p.person_id = k.other WHERE k.person_id = $1`,
        [id],
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
        kin: kin.map((one) => ({ ...one, name: maskName(one.name) })),
        spells: await spells(id),
        records,
        events,
      };
    },
    close: () => database.close(),
  };
}

const FOUND = `SELECT person_id AS person, written_name AS name, sex, born::VARCHAR AS born, county, township, resident, died::VARCHAR AS died FROM person`;

const masked = (found: FoundPerson): FoundPerson => ({ ...found, name: maskName(found.name) });

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

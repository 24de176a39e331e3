import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import { personRowsSql } from '../persons/person-sql.ts';
import { presenceSql } from '../residence/sign-sql.ts';
import { weighSql } from '../residence/weigh-sql.ts';
import { kinSql, populationSql } from '../statistics-sql.ts';
import type { RegisterVersion, Table } from '../versions.ts';
import { PERSONAL_TABLES, baseOf, fileSql, personalSql, tableSql } from '../versions.ts';
import type { Counted } from '../write-everybody.ts';
import type { TableWriter } from '../write-tables.ts';

/** Days since everybody was last counted, after which they are counted again. */
const DAYS_COUNTED = 28;

/** Share of people changed since everybody was last counted, up to which a version holds those alone. */
const MOST_CHANGED = 0.05;

/** Whether what was delivered until `known` makes a version of a day: not long after everybody was counted, while few (table `changed`) have changed since. */
export async function isOfDay(database: Database, before: RegisterVersion, known: string): Promise<boolean> {
  const [found] = await database.rows<{ changed: number }>('SELECT count(*) AS changed FROM changed');
  const { people, changed = 0 } = before.counts;
  return (
    (Date.parse(known) - Date.parse(before.counted)) / 86_400_000 < DAYS_COUNTED &&
    found!.changed + changed <= MOST_CHANGED * people!
  );
}

/**
 * Writes a version of a day: the rows of those changed since the version in which everybody was counted, the rest being in that one. The changed are taken to live
 * here by the chances estimated then; households are as they were counted then. Relations `link`, `link_of_rows`, `person`, `life`, `spell`, `key`, `life_event` and `sign` are
 * of those changed now. Leaves table `presence` of them and relation `population` of everybody.
 */
export async function writeDay(
  database: Database,
  home: string,
  pack: Pack,
  { version, residents, counts }: RegisterVersion,
  known: string,
  tables: TableWriter,
): Promise<Counted> {
  const old = (table: Table): string => tableSql(home, version, table);
  await database.run(presenceSql(pack, known));
  await database.run(`CREATE OR REPLACE TEMP VIEW chance AS FROM ${old('chance')}`);
  await database.run(`CREATE OR REPLACE TEMP VIEW member AS FROM ${old('member')}`);
  await database.run(weighSql);
  const earlier = baseOf(home, version);
  const base = earlier ?? version;
  const rows = {
    link: 'FROM link',
    key: 'FROM key',
    spell: 'FROM spell',
    life_event: 'FROM life_event',
    kin: kinSql('link_of_rows'),
    person: personRowsSql,
  } as const;
  const changed = await tables.write(
    `changed-${base}`,
    earlier === undefined ? 'FROM changed' : `FROM changed UNION FROM ${fileSql(home, version, `changed-${base}`)}`,
  );
  const written: Partial<Record<Table, string>> = {};
  for (const table of PERSONAL_TABLES)
    written[table] = await tables.write(
      table,
      earlier === undefined
        ? rows[table]
        : `FROM (${rows[table]}) UNION ALL BY NAME FROM ${fileSql(home, version, table)} WHERE person_id NOT IN (FROM changed)`,
    );
  await tables.make('population', populationSql(personalSql(written.person!, fileSql(home, base, 'person'), changed)));
  const before = old('population');
  const shifts = await database.rows<{ area: string; by: number }>(
    `SELECT county AS area, sum(people) AS by FROM (
       SELECT county, people FROM population WHERE basis = 'resident' UNION ALL SELECT county, -people FROM ${before} WHERE basis = 'resident') GROUP BY 1`,
  );
  const shift = new Map(shifts.map(({ area, by }) => [area, by]));
  const [more] = await database.rows<Record<'records' | 'persons' | 'people' | 'changed', number>>(
    `SELECT ${(['link', 'person'] as const)
      .map(
        (table) =>
          `(SELECT count(*) FROM ${table}) - (SELECT count(*) FROM ${old(table)} WHERE person_id IN (FROM changed))`,
      )
      .join(' AS records, ')} AS persons,
     (SELECT count(DISTINCT person_id) FROM link) - (SELECT count(DISTINCT person_id) FROM ${old('link')} WHERE person_id IN (FROM changed)) AS people,
     (SELECT count(*) FROM ${changed}) AS changed`,
  );
  const after = (name: 'records' | 'persons' | 'people'): number => counts[name]! + more![name];
  return {
    residents: residents.map(({ area, counted, low, high }) => {
      const by = shift.get(area) ?? 0;
      return { area, counted: counted + by, low: low + by, high: high + by };
    }),
    counts: { records: after('records'), persons: after('persons'), people: after('people'), changed: more!.changed },
  };
}

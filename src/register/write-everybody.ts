import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import { estimateHouseholds } from './households/estimate-households.ts';
import { frequencyRowsSql } from './persons/frequency-sql.ts';
import { personRowsSql } from './persons/person-sql.ts';
import { estimateResidence } from './residence/estimate-residence.ts';
import type { ResidentCount } from './residence/estimate-residence.ts';
import { kinSql, populationSql } from './statistics-sql.ts';
import { HOUSEHOLD_TABLES } from './versions.ts';
import type { TableWriter } from './write-tables.ts';

/** What there is in the tables of a version. */
export interface Counted {
  readonly residents: readonly ResidentCount[];
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Writes a version of everybody out of `link`, `person`, `life` and `sign`: where people usually live, households, kin, counts. Leaves relations `presence` and
 * `population`. `members` is the table of members of the version before, `version` the number of this one.
 */
export async function writeEverybody(
  database: Database,
  pack: Pack,
  tables: TableWriter,
  {
    version,
    known,
    members,
    onStep,
  }: {
    readonly version: number;
    readonly known: string;
    readonly members: string | undefined;
    readonly onStep: (step: 'residence' | 'households' | 'write') => void;
  },
): Promise<Counted> {
  onStep('residence');
  const residents = await estimateResidence(database, pack, known);
  onStep('households');
  await tables.make('kin', kinSql());
  await estimateHouseholds(database, version, members);
  onStep('write');
  for (const table of ['chance', ...HOUSEHOLD_TABLES] as const) await tables.write(table, `FROM ${table}`);
  await tables.write('frequency', frequencyRowsSql);
  await tables.make('population', populationSql(await tables.write('person', personRowsSql)));
  const [counts] = await database.rows<Record<string, number>>(
    `SELECT (SELECT count(*) FROM link) AS records, (SELECT count(*) FROM person) AS persons,
     (SELECT count(DISTINCT person_id) FROM link) AS people`,
  );
  return { residents, counts: counts! };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HouseholdType } from '#base';
import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';
import type { RegisterVersion } from '../versions.ts';
import { tableSql } from '../versions.ts';

export interface HouseholdEvaluation {
  /** Expected households by county and type beside the truth. */
  readonly types: readonly {
    readonly county: string;
    readonly type: HouseholdType;
    readonly counted: number;
    readonly truth: number;
  }[];
  /** Persons in a family household. */
  readonly meanSize: { readonly counted: number; readonly truth: number };
  /** People who live in the city, by the type of their true household: how many, and of how many the register's household has that type. */
  readonly persons: readonly { readonly type: HouseholdType; readonly people: number; readonly right: number }[];
}

/**
 * Households of a version against the truth of its day, if that was written. Table `judged` says which true person the rows of a person are about; whoever
 * the register does not know counts as wrong.
 */
export async function evaluateHouseholds(
  database: Database,
  home: string,
  { version, known }: RegisterVersion,
  truth: string,
): Promise<HouseholdEvaluation | undefined> {
  const path = join(truth, `households-${known}.csv`);
  if (!existsSync(path)) return undefined;
  const parquet = (table: 'household' | 'member'): string => tableSql(home, version, table);
  await database.run(`CREATE OR REPLACE TEMP TABLE true_household AS FROM ${csv(path)}`);
  await database.run(
    `CREATE OR REPLACE TEMP TABLE counted_household AS FROM ${tableSql(home, version, 'household_count')}`,
  );
  const types = await database.rows<HouseholdEvaluation['types'][number]>(
    `SELECT county, type, coalesce(counted, 0) AS counted, coalesce(truth, 0) AS truth
     FROM (SELECT left(township, 6) AS county, type, count(*) AS truth FROM true_household GROUP BY ALL)
     FULL JOIN (SELECT county, type, sum(households) AS counted FROM counted_household GROUP BY ALL) USING (county, type) ORDER BY ALL`,
  );
  const [meanSize] = await database.rows<HouseholdEvaluation['meanSize']>(
    `SELECT (SELECT sum(size * households) / sum(households) FROM counted_household WHERE type <> 'collective') AS counted,
      (SELECT avg(size::INTEGER) FROM true_household WHERE type <> 'collective') AS truth`,
  );
  const persons = await database.rows<HouseholdEvaluation['persons'][number]>(
    `WITH living AS (
      SELECT person, any_value(home) AS home FROM ${csv(join(truth, 'residence.csv'))}
      WHERE "from" <= ${sqlText(known)} AND ("until" IS NULL OR "until" > ${sqlText(known)}) GROUP BY 1),
    identified AS (SELECT truth AS person, mode(person_id) AS person_id FROM judged WHERE is_own GROUP BY 1)
    SELECT t.type, count(*) AS people, count(*) FILTER (h.type = t.type) AS "right"
    FROM living l JOIN true_household t USING (home) LEFT JOIN identified i USING (person)
    LEFT JOIN ${parquet('member')} m USING (person_id) LEFT JOIN ${parquet('household')} h ON h.household = m.household GROUP BY 1 ORDER BY 1`,
  );
  return { types, meanSize: meanSize!, persons };
}

const csv = (file: string): string => `read_csv(${sqlText(file)}, header = true, all_varchar = true)`;

import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';
import type { ResidentCount } from '../residence/estimate-residence.ts';
import type { RegisterVersion } from '../versions.ts';
import { tableSql } from '../versions.ts';
import { ageGroupSql } from './age-group.ts';
import { livingSql, truthCsv } from './truth-csv.ts';

export type CountedCounty = ResidentCount & { readonly truth: number };

export interface CountedAge {
  readonly ages: string;
  readonly counted: number;
  readonly truth: number;
}

/** Residents by county as the version counts them, beside those who truly live there on its day. */
export async function residentsByCounty(
  database: Database,
  { residents, known }: RegisterVersion,
  truth: string,
): Promise<readonly CountedCounty[]> {
  const rows = await database.rows<{ area: string; people: number }>(
    `SELECT left(township, 6) AS area, count(*) AS people FROM ${livingSql(truth, known)} GROUP BY 1`,
  );
  const living = new Map(rows.map(({ area, people }) => [area, people]));
  return residents.map((count) => ({ ...count, truth: living.get(count.area) ?? 0 }));
}

/** The same by age. */
export const residentsByAge = (
  database: Database,
  home: string,
  { version, known }: RegisterVersion,
  truth: string,
): Promise<readonly CountedAge[]> =>
  database.rows<CountedAge>(
    `SELECT ages, coalesce(sum(counted), 0) AS counted, coalesce(sum(truth), 0)::DOUBLE AS truth FROM (
       SELECT ${ageGroupSql('age')} AS ages, people AS counted, 0 AS truth FROM ${tableSql(home, version, 'population')} WHERE basis = 'resident'
       UNION ALL SELECT ${ageGroupSql(`date_diff('year', born::DATE, DATE ${sqlText(known)}) - (substr(born, 6) > ${sqlText(known.slice(5))})::INTEGER`)}, 0, 1
       FROM ${livingSql(truth, known)} JOIN ${truthCsv(truth, 'persons')} USING (person))
     GROUP BY 1 ORDER BY 1`,
  );

import type { Desk } from '../read/desk.ts';
import { inAreas } from '../read/conditions.ts';

/** Somebody to be asked whether they live here. */
export interface ChecklistLine {
  readonly person: string;
  readonly county: string;
  readonly township: string | null;
  readonly name: string | null;
  readonly sex: string | null;
  readonly born: string | null;
  /** Road and numbers of the latest full address that a row tells. */
  readonly address: string | null;
}

/** Chance weight of people of whom the register is sure. */
const SURE = 0.1;

/**
 * About so many people to be asked at home whether they live here: as many in each county of some areas (all: none named), drawn without replacement with
 * chances in proportion to the standard deviation of the register's word, √(p (1 − p)), and a tenth, for it may be wrong where it is sure (Neyman allocation; drawn by
 * keys log(u) / weight, Efraimidis and Spirakis 2006). Who was `asked` already stays on the list. u goes with the person and the year, so a list changes little from version
 * to version.
 */
export async function drawChecklist(
  desk: Desk,
  people: number,
  { areas = [], asked = [] }: { readonly areas?: readonly string[]; readonly asked?: readonly string[] } = {},
): Promise<readonly ChecklistLine[]> {
  const counties = desk.version.residents.filter(({ area }) => areas.length === 0 || areas.includes(area));
  const each = Math.ceil(people / Math.max(1, counties.length));
  return desk.database.rows<ChecklistLine>(
    `WITH likely AS (SELECT *, CASE WHEN person_id IN (SELECT unnest(from_json($2, '["VARCHAR"]'))) THEN 1
         ELSE ln((hash(person_id, $3) // 2 + 1) / 9223372036854775808) / (sqrt(resident * (1 - resident)) + ${SURE}) END AS place
       FROM ${desk.table('person')} WHERE resident IS NOT NULL AND ${inAreas('$1', ['county'])}),
     drawn AS (SELECT unnest(max_by(person_id, place, ${each})) AS person_id FROM likely GROUP BY county)
     SELECT person_id AS person, county, township, written_name AS name, sex, born::VARCHAR AS born, stated_address.road || stated_address.numbers AS address
     FROM ${desk.table('person')} SEMI JOIN drawn USING (person_id) ORDER BY county, township, address, person`,
    [JSON.stringify(areas), JSON.stringify(asked), desk.version.known.slice(0, 4)],
  );
}

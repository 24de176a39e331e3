import type { HouseholdType } from '#base';
import type { Desk } from '../read/desk.ts';
import { maskName } from '../read/mask.ts';

/** The living household of a person, likely members alone; names masked. */
export interface LivingHousehold {
  readonly id: string;
  readonly type: HouseholdType;
  readonly members: readonly {
    readonly person: string;
    readonly name: string | null;
    readonly born: string | null;
    readonly sex: string | null;
  }[];
}

/** The household of a person in the version in force; `null` where the person is in none. */
export async function householdOf(desk: Desk, person: string): Promise<LivingHousehold | null> {
  const rows = await desk.database.rows<{ id: string; type: HouseholdType } & LivingHousehold['members'][number]>(
    `SELECT h.household AS id, h.type, m.person_id AS person, p.written_name AS name, p.born::VARCHAR AS born, p.sex
     FROM ${desk.table('member')} own JOIN ${desk.table('household')} h USING (household) JOIN ${desk.table('member')} m USING (household)
     JOIN ${desk.table('person')} p ON p.person_id = m.person_id WHERE own.person_id = $1 ORDER BY p.born, m.person_id`,
    [person],
  );
  const [first] = rows;
  if (first === undefined) return null;
  return {
    id: first.id,
    type: first.type,
    members: rows.map(({ person: member, name, born, sex }) => ({ person: member, name: maskName(name), born, sex })),
  };
}

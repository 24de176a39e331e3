import type { HouseholdType } from '#base';
import type { Desk } from '../read/desk.ts';
import { among } from '../read/desk.ts';
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

/** A household of the version in force. */
export async function householdOf(desk: Desk, household: string): Promise<LivingHousehold | null> {
  const [own] = await desk.database.rows<{ id: string; type: HouseholdType; people: string }>(
    `SELECT household AS id, type, (SELECT to_json(list(person_id)) FROM ${desk.table('member')} WHERE household = $1) AS people
     FROM ${desk.table('household')} WHERE household = $1`,
    [household],
  );
  if (own === undefined) return null;
  const people = JSON.parse(own.people) as string[];
  const members = await desk.database.rows<LivingHousehold['members'][number]>(
    `SELECT person_id AS person, written_name AS name, born::VARCHAR AS born, sex FROM ${desk.table('person')}
     WHERE person_id IN ${among(people)} ORDER BY born, person_id`,
    people,
  );
  return { id: own.id, type: own.type, members: members.map((one) => ({ ...one, name: maskName(one.name) })) };
}

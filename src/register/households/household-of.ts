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

/** A household of the version in force. */
export async function householdOf(desk: Desk, household: string): Promise<LivingHousehold | null> {
  const [own] = await desk.database.rows<{ id: string; type: HouseholdType; people: string }>(
    `SELECT household AS id, type, (SELECT to_json(list(person_id)) FROM ${desk.asked('member', [household])}) AS people
     FROM ${desk.asked('household', [household])}`,
    [household],
  );
  if (own === undefined) return null;
  const people = JSON.parse(own.people) as string[];
  const members = await desk.database.rows<LivingHousehold['members'][number]>(
    `SELECT person_id AS person, written_name AS name, born::VARCHAR AS born, sex FROM ${desk.asked('person', people)} ORDER BY born, person_id`,
    people,
  );
  return { id: own.id, type: own.type, members: members.map((one) => ({ ...one, name: maskName(one.name) })) };
}

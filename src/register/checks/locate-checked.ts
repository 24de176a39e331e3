import { eventsSql } from '../versions.ts';
import type { Desk } from '../read/desk.ts';

/** County of each of some people, of those put together with another since too; who was never in the register is not among them. */
export async function locateChecked(
  desk: Desk,
  people: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const asked = `(SELECT unnest(from_json($1, '["VARCHAR"]')))`;
  const rows = await desk.database.rows<{ person: string; county: string | null }>(
    `SELECT person_id AS person, county FROM ${desk.table('person')} WHERE person_id IN ${asked}
     UNION ALL SELECT other, NULL FROM ${eventsSql(desk.home, desk.version.version)} WHERE kind = 'merged' AND other IN ${asked}`,
    [JSON.stringify(people)],
  );
  return new Map(rows.map(({ person, county }) => [person, county]));
}

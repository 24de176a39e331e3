import { parseIdNumber } from '#base';
import { openVault } from '#datasets';
import { nameCodes } from '#linkage';
import type { Desk } from './desk.ts';
import { inAreas } from './desk.ts';
import { maskName } from './mask.ts';
import { numbersOf } from './numbers-of.ts';
import type { Wanted } from './find-person.ts';
import type { FoundPerson } from './register-reader.ts';

/** A person found at a desk: name and number masked. */
export type PersonAtDesk = FoundPerson & { readonly number: string | null };

/** County that a look at a person concerns. */
export type Located<T> = T & { readonly area: string | null };

/**
 * People who bear a number, else those who bear a name (to the ear) and were born on a day; of some counties only, or of all (none named). That is a
 * condition of the query: who is not within them is not found.
 */
export async function findPeople(
  desk: Desk,
  { number, name, birth }: Wanted,
  areas: readonly string[],
): Promise<readonly Located<PersonAtDesk>[]> {
  const scope = JSON.stringify(areas);
  const parsed = number === undefined ? undefined : parseIdNumber(number.normalize('NFKC'));
  if (parsed !== undefined && !('fault' in parsed)) {
    const found = await people(desk, `number = $2 AND ${inAreas('$1')}`, [
      scope,
      openVault(desk.home).token('identity', parsed.number),
    ]);
    if (found.length > 0) return found;
  }
  const sound = name === undefined ? null : nameCodes(name).name_fuzzy;
  if (sound === null || birth === undefined) return [];
  return people(desk, `name_fuzzy = $2 AND born = $3::DATE AND ${inAreas('$1')}`, [scope, sound, birth]);
}

type Row = Located<FoundPerson> & { readonly token: string | null };

async function people(desk: Desk, where: string, values: readonly string[]): Promise<readonly Located<PersonAtDesk>[]> {
  const rows = await desk.database.rows<Row>(
    `SELECT person_id AS person, written_name AS name, sex, born::VARCHAR AS born, county, township, resident, died::VARCHAR AS died,
     number AS token, coalesce(county, hukou_division) AS area FROM ${desk.table('person')} WHERE ${where} ORDER BY person_id LIMIT 50`,
    values,
  );
  const numbers = await numbersOf(
    desk,
    rows.flatMap(({ token }) => token ?? []),
  );
  return rows.map(({ token, ...row }) => ({
    ...row,
    name: maskName(row.name),
    number: token === null ? null : (numbers.get(token) ?? null),
  }));
}

import type { HouseholdType } from '#base';
import { householdType as typeOfMembers } from '#base';
import type { Day } from './calendar.ts';
import { ageAt } from './calendar.ts';
import type { City } from './lives/city-state.ts';
import { COLLECTIVE_HOME, NOBODY } from './lives/people.ts';
import { homeAt, isAliveAt, spouseAt } from './lives/state-at.ts';

/** Who lives in each home on a day, by home. */
export function membersOfHomes(city: City, day: Day): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (let person = 0; person < city.lives.people.count; person++) {
    if (!isAliveAt(city, person, day)) continue;
    const home = homeAt(city, person, day);
    if (home < 0) continue;
    const list = members.get(home);
    if (list === undefined) members.set(home, [person]);
    else list.push(person);
  }
  return members;
}

/** Kind of the household of a home on a day. */
export function householdType(city: City, home: number, members: readonly number[], day: Day): HouseholdType {
  const { people, homes } = city.lives;
  if (homes.kind[home] === COLLECTIVE_HOME) return 'collective';
  const parentsOf = (person: number): number[] =>
    [people.mother[person]!, people.father[person]!].filter((parent) => parent !== NOBODY);
  return typeOfMembers(
    members.map((person) => ({
      id: person,
      age: ageAt(people.born[person]!, day),
      spouse: spouseAt(city, person, day),
      parents: parentsOf(person),
      grandparents: parentsOf(person).flatMap(parentsOf),
    })),
  );
}

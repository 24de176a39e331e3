import type { Day } from './calendar.ts';
import { ageAt } from './calendar.ts';
import type { City } from './lives/city-state.ts';
import { COLLECTIVE_HOME, NOBODY } from './lives/people.ts';
import { homeAt, isAliveAt, spouseAt } from './lives/state-at.ts';

/** Kinds of household: 独居老人 单人 空巢 隔代 单亲 核心 直系 其他 集体. */
export type HouseholdType =
  | 'elder-alone'
  | 'one-person'
  | 'empty-nest'
  | 'skip-generation'
  | 'lone-parent'
  | 'nuclear'
  | 'stem'
  | 'other'
  | 'collective';

/** From this age on somebody is an elder (老年人, 60 and over). */
const ELDER = 60;

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

/**
 * Kind of a household: alone (60 and over, or younger); elders only; grandparents with grandchildren whose parents live
 * elsewhere; one parent with unmarried children; a couple with or without them; a married child with parents, or three
 * generations; anything else.
 */
export function householdType(city: City, home: number, members: readonly number[], day: Day): HouseholdType {
  const { people, homes } = city.lives;
  if (homes.kind[home] === COLLECTIVE_HOME) return 'collective';
  const age = (person: number): number => ageAt(people.born[person]!, day);
  if (members.length === 1) return age(members[0]!) >= ELDER ? 'elder-alone' : 'one-person';
  if (members.every((person) => age(person) >= ELDER)) return 'empty-nest';
  const here = new Set(members);
  const parentsOf = (person: number): number[] =>
    [people.mother[person]!, people.father[person]!].filter((parent) => parent !== NOBODY);
  const withParents = members.filter((person) => parentsOf(person).some((parent) => here.has(parent)));
  const grandchildren = members.filter((person) =>
    parentsOf(person).some((parent) => parentsOf(parent).some((grand) => here.has(grand))),
  );
  if (grandchildren.some((person) => !parentsOf(person).some((parent) => here.has(parent)))) return 'skip-generation';
  const coupled = members.filter((person) => here.has(spouseAt(city, person, day)));
  if (grandchildren.length > 0 || withParents.some((person) => coupled.includes(person))) return 'stem';
  const rest = members.filter((person) => !withParents.includes(person) && !coupled.includes(person));
  if (coupled.length === 2 && rest.length === 0) return 'nuclear';
  if (coupled.length === 0 && rest.length === 1 && withParents.length === members.length - 1) return 'lone-parent';
  return 'other';
}

import type { Day } from './calendar.ts';
import type { City } from './lives/city-state.ts';
import { NOBODY } from './lives/people.ts';
import { spouseAt } from './lives/state-at.ts';

/** Known parents of somebody (of NOBODY: none). */
function parentsOf({ lives: { people } }: City, person: number): number[] {
  if (person === NOBODY) return [];
  const parents: number[] = [];
  if (people.mother[person] !== NOBODY) parents.push(people.mother[person]!);
  if (people.father[person] !== NOBODY) parents.push(people.father[person]!);
  return parents;
}

/** GB/T 4761 code of what a person is to the head of the household. */
export function relationCode(city: City, head: number, person: number, day: Day): string {
  const { people } = city.lives;
  if (person === head || head === NOBODY) return '02';
  const male = people.sex[person] === 1;
  const spouse = spouseAt(city, head, day);
  if (spouse === person) return '10';
  const own = parentsOf(city, person);
  if (own.includes(head) || (spouse !== NOBODY && own.includes(spouse))) return male ? '20' : '30';
  const parents = parentsOf(city, head);
  if (parents.includes(person)) return male ? '51' : '52';
  if (spouse !== NOBODY && parentsOf(city, spouse).includes(person))
    return people.sex[head] === 1 ? (male ? '55' : '56') : male ? '53' : '54';
  const partner = spouseAt(city, person, day);
  if (partner !== NOBODY && parentsOf(city, partner).some((one) => one === head || one === spouse))
    return male ? '28' : '38';
  const through = own.find((parent) =>
    parentsOf(city, parent).some((one) => one === head || (one === spouse && spouse !== NOBODY)),
  );
  if (through !== undefined) return people.sex[through] === 1 ? (male ? '41' : '42') : male ? '43' : '44';
  if (parents.some((parent) => parentsOf(city, parent).includes(person)))
    return people.father[head] !== NOBODY && parentsOf(city, people.father[head]!).includes(person)
      ? male
        ? '61'
        : '62'
      : male
        ? '63'
        : '64';
  if (own.some((parent) => parents.includes(parent)))
    return people.born[person]! < people.born[head]! ? (male ? '71' : '75') : male ? '73' : '77';
  return '97';
}

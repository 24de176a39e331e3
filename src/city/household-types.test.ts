import { expect, test } from 'vitest';
import type { HouseholdType } from '#base';
import { dayOf } from './calendar.ts';
import { householdType } from './household-types.ts';
import type { City } from './lives/city-state.ts';
import { COLLECTIVE_HOME, FAMILY_HOME, UNION, emptyLives, moveHome } from './lives/people.ts';

const TODAY = dayOf(2024, 12, 31);

const born = (age: number): number => TODAY - Math.round((age + 0.5) * 365.25);

/** A family of one grandmother and grandfather, a couple and their child; some of them live together. */
function family(ages: { grand: number; parent: number; child: number }, kind = FAMILY_HOME) {
  const lives = emptyLives(1);
  const { people, spells } = lives;
  const couple = (age: number): [number, number] => {
    const [wife, husband] = [people.add(born(age), 0), people.add(born(age), 1)];
    spells.add(people, wife, born(age) + 8000, UNION, husband);
    spells.add(people, husband, born(age) + 8000, UNION, wife);
    return [wife, husband];
  };
  const [grandmother, grandfather] = couple(ages.grand);
  const [mother, father] = couple(ages.parent);
  [people.mother[father], people.father[father]] = [grandmother, grandfather];
  const child = people.add(born(ages.child), 0);
  [people.mother[child], people.father[child]] = [mother, father];
  const home = lives.homes.add(0, kind);
  const city = { lives } as unknown as City;
  const type = (members: readonly number[]): HouseholdType => {
    for (const person of members) moveHome(lives, person, TODAY, home);
    return householdType(city, home, members, TODAY);
  };
  return { grandmother, grandfather, mother, father, child, type };
}

test('kinds of household', () => {
  const old = family({ grand: 70, parent: 40, child: 10 });
  expect(old.type([old.grandmother])).toBe('elder-alone');
  expect(old.type([old.mother])).toBe('one-person');
  expect(old.type([old.grandmother, old.grandfather])).toBe('empty-nest');
  expect(old.type([old.mother, old.father])).toBe('nuclear');
  expect(old.type([old.mother, old.father, old.child])).toBe('nuclear');
  expect(old.type([old.mother, old.child])).toBe('lone-parent');
  expect(old.type([old.grandmother, old.child])).toBe('skip-generation');
  expect(old.type([old.grandmother, old.mother, old.father])).toBe('stem');
  expect(old.type([old.grandmother, old.grandfather, old.mother, old.father, old.child])).toBe('stem');
  expect(old.type([old.mother, old.grandmother])).toBe('other');
  const site = family({ grand: 70, parent: 40, child: 10 }, COLLECTIVE_HOME);
  expect(site.type([site.father])).toBe('collective');
});

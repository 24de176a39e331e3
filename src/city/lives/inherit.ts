import { chance, cumulative, pick } from '../chance.ts';
import { readTable } from '../tables.ts';
import type { GrowingCity } from './city-state.ts';
import { NOBODY } from './people.ts';

const surnames = readTable('surnames').map((row) => row['surname']!);
const surnameWeights = cumulative(readTable('surnames').map((row) => Number(row['weight'])));
const ethnicities = readTable('minority-names');
const ethnicityWeights = cumulative(ethnicities.map((row) => Number(row['share'])));

/** Surnames by index. */
export const SURNAMES: readonly string[] = surnames;
/** Ethnic groups by index: the Han, then the minorities of the table. */
export const ETHNICITIES: readonly {
  readonly name: string;
  readonly names: readonly string[];
  readonly clans: readonly string[];
}[] = [
  { name: '汉族', names: [], clans: [] },
  ...ethnicities.map((row) => ({
    name: row['ethnicity']!,
    names: (row['names'] ?? '').split(' ').filter(Boolean),
    clans: (row['clans'] ?? '').split(' ').filter(Boolean),
  })),
];

const SURNAME = 21;
const MINORITY = 22;
const WHICH = 23;
const FROM_MOTHER = 24;

/**
 * Surnames and ethnic groups of the persons from one index to another, elders first: from the father (4 in 100 from the
 * mother), from nobody known by the surnames' shares. The minority share is that of the district of first registration.
 */
export function nameFamilies(city: GrowingCity, from: number, to: number): void {
  const { people, seed } = city.lives;
  const order = Array.from({ length: to - from }, (_, i) => from + i).toSorted(
    (a, b) => people.born[a]! - people.born[b]!,
  );
  for (const person of order) {
    const parents = [people.father[person]!, people.mother[person]!];
    if (chance(seed, person, FROM_MOTHER) < 0.04) parents.reverse();
    const parent = parents.find((one) => one !== NOBODY) ?? NOBODY;
    const district = people.origin[person]!;
    const minority = city.targets.minorityShare[district] ?? 0.03;
    people.surname[person] =
      parent === NOBODY ? pick(surnameWeights, chance(seed, person, SURNAME)) : people.surname[parent]!;
    people.ethnicity[person] =
      parent !== NOBODY
        ? people.ethnicity[parent]!
        : chance(seed, person, MINORITY) < minority
          ? 1 + pick(ethnicityWeights, chance(seed, person, WHICH))
          : 0;
  }
}

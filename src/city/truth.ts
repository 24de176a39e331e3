import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, addressText } from './addresses.ts';
import type { Day } from './calendar.ts';
import { dateText } from './calendar.ts';
import { householdType, membersOfHomes } from './household-types.ts';
import type { IdentityNumbers } from './identity-numbers.ts';
import type { City } from './lives/city-state.ts';
import { ETHNICITIES } from './lives/inherit.ts';
import { HOME, HUKOU, NOBODY, OUTSIDE, PARTED, UNION } from './lives/people.ts';
import { nameOf } from './person-names.ts';
import { csvFile } from './table-files.ts';

/** A person's name in the truth; it stands in no feed. */
export const personId = (person: number): string => (person === NOBODY ? '' : `P${person}`);

/**
 * What truly is, up to a day, for measuring only: persons, their spells of residence and hukou, unions, homes. On a day d
 * lives somewhere whoever has a spell of residence with from <= d < until (until is empty while it lasts).
 */
export async function writeTruth(folder: string, city: City, numbers: IdentityNumbers, until: Day): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await writePersons(folder, city, numbers, until);
  await writeSpells(folder, city, until);
  await writeHomes(folder, city);
}

const dayOrBlank = (day: Day, until: Day): string => (day > until ? '' : dateText(day));

async function writePersons(folder: string, city: City, numbers: IdentityNumbers, until: Day): Promise<void> {
  const { people } = city.lives;
  const columns = [
    'person',
    'name',
    'sex',
    'born',
    'died',
    'ethnicity',
    'identity_number',
    'numbered_on',
    'mother',
    'father',
  ];
  const file = csvFile(join(folder, 'persons.csv'), columns, 'utf-8');
  for (let person = 0; person < people.count; person++) {
    if (people.born[person]! > until) continue;
    file.row([
      personId(person),
      nameOf(city, person),
      people.sex[person] === 1 ? 'male' : 'female',
      dateText(people.born[person]!),
      dayOrBlank(people.died[person]!, until),
      ETHNICITIES[people.ethnicity[person]!]!.name,
      numbers.of(person),
      dayOrBlank(numbers.from(person), until),
      personId(people.mother[person]!),
      personId(people.father[person]!),
    ]);
  }
  await file.end();
}

/** Spells of residence and hukou with their ends, and unions: each person's chain, cut at the day. */
async function writeSpells(folder: string, city: City, until: Day): Promise<void> {
  const { people, spells, homes, registers } = city.lives;
  const { townships } = city.places;
  const residence = csvFile(join(folder, 'residence.csv'), ['person', 'from', 'until', 'home', 'township'], 'utf-8');
  const hukou = csvFile(join(folder, 'hukou.csv'), ['person', 'from', 'until', 'register', 'township'], 'utf-8');
  const unions = csvFile(join(folder, 'unions.csv'), ['person', 'from', 'event', 'spouse'], 'utf-8');
  for (let person = 0; person < people.count; person++) {
    const died = people.died[person]!;
    let homeEnd: Day = died;
    let hukouEnd: Day = died;
    for (let spell = people.lastSpell[person]!; spell >= 0; spell = spells.before[spell]!) {
      const from = spells.from[spell]!;
      const value = spells.value[spell]!;
      if (from > until) continue;
      if (spells.about[spell] === HOME) {
        if (value !== OUTSIDE && from < homeEnd)
          residence.row([
            personId(person),
            dateText(from),
            dayOrBlank(homeEnd, until),
            `H${value}`,
            townships[homes.township[value]!]!.code,
          ]);
        homeEnd = from;
      } else if (spells.about[spell] === HUKOU) {
        if (value !== OUTSIDE && from < hukouEnd)
          hukou.row([
            personId(person),
            dateText(from),
            dayOrBlank(hukouEnd, until),
            `R${value}`,
            townships[registers.township[value]!]!.code,
          ]);
        hukouEnd = from;
      } else if (spells.about[spell] === UNION && value >= PARTED)
        unions.row([
          personId(person),
          dateText(from),
          value === PARTED ? 'divorce' : 'marriage',
          value < 0 ? '' : personId(value),
        ]);
    }
  }
  await Promise.all([residence.end(), hukou.end(), unions.end()]);
}

async function writeHomes(folder: string, city: City): Promise<void> {
  const { homes } = city.lives;
  const file = csvFile(join(folder, 'homes.csv'), ['home', 'township', 'address'], 'utf-8');
  for (let home = 0; home < homes.count; home++)
    file.row([
      `H${home}`,
      city.places.townships[homes.township[home]!]!.code,
      addressText(city, addressOf(city, 'homes', home)),
    ]);
  await file.end();
}

/** Households of a day with their kind and size. */
export async function writeHouseholds(folder: string, city: City, day: Day): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = csvFile(join(folder, `households-${dateText(day)}.csv`), ['home', 'township', 'type', 'size'], 'utf-8');
  for (const [home, members] of membersOfHomes(city, day))
    file.row([
      `H${home}`,
      city.places.townships[city.lives.homes.township[home]!]!.code,
      householdType(city, home, members, day),
      String(members.length),
    ]);
  await file.end();
}

import type { Day } from '../calendar.ts';
import type { City } from './city-state.ts';
import {
  BEREAVED,
  DIVORCED,
  HOME,
  HUKOU,
  MARRIED,
  NEVER_MARRIED,
  NOBODY,
  OUTSIDE,
  PARTED,
  UNION,
  WIDOWED,
} from './people.ts';

/** Home of a person on a day, or OUTSIDE. */
export function homeAt({ lives: { people, spells } }: City, person: number, day: Day): number {
  const spell = spells.at(people, person, HOME, day);
  return spell < 0 ? OUTSIDE : spells.value[spell]!;
}

/** Home of a person on a day with that day, or, of somebody who left the city, the home before that and the day of leaving. */
export function lastHome(
  { lives: { people, spells } }: City,
  person: number,
  day: Day,
): { readonly home: number; readonly day: Day } | undefined {
  const spell = spells.at(people, person, HOME, day);
  if (spell < 0) return undefined;
  if (spells.value[spell] !== OUTSIDE) return { home: spells.value[spell]!, day };
  const left = spells.from[spell]!;
  const before = spells.at(people, person, HOME, left - 1);
  return before < 0 || spells.value[before] === OUTSIDE ? undefined : { home: spells.value[before]!, day: left };
}

/** Hukou household of a person on a day, or OUTSIDE. */
export function hukouAt({ lives: { people, spells } }: City, person: number, day: Day): number {
  const spell = spells.at(people, person, HUKOU, day);
  return spell < 0 ? OUTSIDE : spells.value[spell]!;
}

export const isAliveAt = ({ lives: { people } }: City, person: number, day: Day): boolean =>
  people.born[person]! <= day && people.died[person]! > day;

/** Living spouse on a day, or NOBODY. */
export function spouseAt(city: City, person: number, day: Day): number {
  const { people, spells } = city.lives;
  const spell = spells.at(people, person, UNION, day);
  const spouse = spell < 0 ? NOBODY : spells.value[spell]!;
  return spouse >= 0 && people.died[spouse]! > day ? spouse : NOBODY;
}

/** NEVER_MARRIED, MARRIED, DIVORCED or WIDOWED on a day. */
export function maritalAt(city: City, person: number, day: Day): number {
  const { people, spells } = city.lives;
  const spell = spells.at(people, person, UNION, day);
  if (spell < 0) return NEVER_MARRIED;
  const value = spells.value[spell]!;
  if (value === PARTED) return DIVORCED;
  return value === BEREAVED || people.died[value]! <= day ? WIDOWED : MARRIED;
}

/** District of a home or a hukou household, or −1 outside. */
export const districtOfHome = ({ lives, places }: City, home: number): number =>
  home < 0 ? -1 : places.townships[lives.homes.township[home]!]!.district;
export const districtOfRegister = ({ lives, places }: City, register: number): number =>
  register < 0 ? -1 : places.townships[lives.registers.township[register]!]!.district;

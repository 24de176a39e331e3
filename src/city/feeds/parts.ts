import { addressOf, addressText, outsideAddress } from '../addresses.ts';
import type { Day } from '../calendar.ts';
import { ageAt } from '../calendar.ts';
import type { Eyes } from '../eyes.ts';
import { DIVORCED, MARRIED, NOBODY, WIDOWED } from '../lives/people.ts';
import { districtOfHome, districtOfRegister, hukouAt, maritalAt } from '../lives/state-at.ts';
import { ETHNICITIES } from '../lives/inherit.ts';
import { nameOf } from '../person-names.ts';
import type { Value } from './feed.ts';

/** Codes of GB/T 3304 for the groups of `ETHNICITIES`. */
const NATIONALITY: Readonly<Record<string, string>> = {
  汉族: '01',
  回族: '03',
  藏族: '04',
  苗族: '06',
  彝族: '07',
  土家族: '15',
};

export const sexCode = ({ city }: Eyes, person: number): string => (city.lives.people.sex[person] === 1 ? '1' : '2');

export const nationalityCode = ({ city }: Eyes, person: number): string =>
  NATIONALITY[ETHNICITIES[city.lives.people.ethnicity[person]!]!.name]!;

export const maritalCode = ({ city }: Eyes, person: number, day: Day): string => {
  const status = maritalAt(city, person, day);
  return status === MARRIED ? '20' : status === DIVORCED ? '40' : status === WIDOWED ? '30' : '10';
};

export const name = ({ city }: Eyes, person: number): Value => (person === NOBODY ? undefined : nameOf(city, person));

/** Number of a person if it exists on a day. */
export const identity = ({ numbers }: Eyes, person: number, day: Day): Value =>
  person === NOBODY || numbers.from(person) > day ? undefined : numbers.of(person);

export const bornOn = ({ city }: Eyes, person: number): Day => city.lives.people.born[person]!;
export const age = (eyes: Eyes, person: number, day: Day): number => ageAt(bornOn(eyes, person), day);
export const mother = ({ city }: Eyes, person: number): number => city.lives.people.mother[person]!;
export const father = ({ city }: Eyes, person: number): number => city.lives.people.father[person]!;

/** A mobile number; one in sixteen people has changed it since. */
export function phone(eyes: Eyes, person: number): Value {
  if (person === NOBODY || age(eyes, person, eyes.asOf) < 12) return undefined;
  return phoneNumber(eyes, person, 0);
}

const PREFIXES = ['138', '139', '136', '158', '159', '187', '130', '155', '186', '133', '153', '189', '177', '199'];

/** Same in every dataset: numbers belong to people. */
export function phoneNumber({ city }: Eyes, person: number, generation: number): string {
  const mixed = (person * 48_271 + generation * 16_807 + city.lives.seed * 7) % 99_999_989;
  return PREFIXES[mixed % PREFIXES.length]! + String(100_000_000 + mixed).slice(1);
}

export const homeAddress = ({ city }: Eyes, home: number): Value =>
  home < 0 ? undefined : addressText(city, addressOf(city, 'homes', home));

/** Six-digit code of the district of a home. */
export const homeDivision = ({ city }: Eyes, home: number): Value =>
  home < 0 ? undefined : city.places.districts[districtOfHome(city, home)]!.code;

/** Address of registration as known on a day: in the city, or somewhere in the county of origin. */
export function hukouAddress({ city }: Eyes, person: number, day: Day): Value {
  const register = hukouAt(city, person, day);
  if (register >= 0) return addressText(city, addressOf(city, 'registers', register));
  const origin = city.lives.people.origin[person]!;
  return origin < city.places.districts.length ? undefined : outsideAddress(city, origin, person);
}

export function hukouDivision({ city, numbers }: Eyes, person: number, day: Day): Value {
  const district = districtOfRegister(city, hukouAt(city, person, day));
  return district < 0 ? numbers.division(person) : city.places.districts[district]!.code;
}

/** Someone close: spouse or parent, for records that name kin. */
export const firstOf = (...persons: readonly number[]): number => persons.find((person) => person !== NOBODY) ?? NOBODY;

/** Persons by role, those unknown left out. */
export function roles(entries: Readonly<Record<string, number>>): Record<string, number> {
  const known: Record<string, number> = {};
  for (const role in entries) if (entries[role] !== NOBODY) known[role] = entries[role]!;
  return known;
}

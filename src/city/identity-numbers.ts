import { idCheckDigit } from '#base';
import type { Day } from './calendar.ts';
import { NEVER, calendarDay } from './calendar.ts';
import { chance } from './chance.ts';
import type { City } from './lives/city-state.ts';
import { HUKOU } from './lives/people.ts';

const [CODE, FIRST_YEAR, REGISTERED] = [41, 42, 43] as const;

/** Numbers of everybody: `of` gives the 18 characters that a person has, whether registered yet or not. */
export interface IdentityNumbers {
  of(person: number): string;
  /** Day from which the number exists: when the person was first entered in a register. */
  from(person: number): Day;
  /** Six-digit code of first registration. */
  division(person: number): string;
}

/**
 * What a person's number is made of beside the birth: sequence, and index of the code among `codes`; and the day from which it exists. In memory
 * that threads share.
 */
export interface Numbering {
  readonly from: Int32Array;
  readonly sequence: Uint16Array;
  readonly code: Uint16Array;
  readonly codes: readonly string[];
}

/**
 * Gives every person a number of its own: code of first registration (those born before the numbers came in were numbered
 * 1984-1986), birth, a sequence that no other of the same code, day and sex has, check digit.
 */
export function numberPeople(city: City): Numbering {
  const { people, spells, seed } = city.lives;
  const { places } = city;
  const districts = places.districts.length;
  const sequence = new Uint16Array(new SharedArrayBuffer(2 * people.count));
  const taken = new Map<number, number>();
  const codes: string[] = [];
  const codeIndex = new Map<string, number>();
  const code = new Uint16Array(new SharedArrayBuffer(2 * people.count));
  for (let person = 0; person < people.count; person++) {
    const origin = people.origin[person]!;
    const born = calendarDay(people.born[person]!).year;
    const year =
      born >= 1986
        ? born
        : 1984 +
          Math.floor(chance(seed, person, FIRST_YEAR) * 3) -
          (born < 1983 && chance(seed, person, FIRST_YEAR) < 0.04 ? 1 : 0);
    const text =
      origin < districts
        ? places.firstCode(origin, year, chance(seed, person, CODE))
        : places.origins[origin - districts]!.code;
    let index = codeIndex.get(text);
    if (index === undefined) {
      index = codes.push(text) - 1;
      codeIndex.set(text, index);
    }
    code[person] = index;
    const sex = people.sex[person]!;
    const key = (index * 65_536 + people.born[person]! + 32_768) * 2 + sex;
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    const start = Math.floor(chance(seed, key % 0x7fffffff, CODE) * 500);
    sequence[person] = ((start + before * 7) % 500) * 2 + sex;
  }
  const from = new Int32Array(new SharedArrayBuffer(4 * people.count)).fill(NEVER);
  for (let spell = 0; spell < spells.count; spell++) {
    const person = spells.person[spell]!;
    if (spells.about[spell] === HUKOU && from[person] === NEVER) from[person] = spells.from[spell]!;
  }
  for (let person = 0; person < people.count; person++)
    if (people.origin[person]! >= districts)
      from[person] = people.born[person]! + 15 + Math.floor(chance(seed, person, REGISTERED) ** 3 * 400);
  return { from, sequence, code, codes };
}

export function identityNumbers(
  { lives: { people } }: City,
  { from, sequence, code, codes }: Numbering,
): IdentityNumbers {
  return {
    of(person) {
      const { year, month, date } = calendarDay(people.born[person]!);
      const first17 =
        codes[code[person]!]! + String(year * 10_000 + month * 100 + date) + String(1000 + sequence[person]!).slice(1);
      return first17 + idCheckDigit(first17);
    },
    from: (person) => from[person]!,
    division: (person) => codes[code[person]!]!,
  };
}

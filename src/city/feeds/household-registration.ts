import type { Day } from '../calendar.ts';
import { NEVER } from '../calendar.ts';
import type { Eyes } from '../eyes.ts';
import { educationAt } from '../livelihood.ts';
import { HUKOU, NOBODY, OUTSIDE } from '../lives/people.ts';
import { hukouAt, isAliveAt, spouseAt } from '../lives/state-at.ts';
import { relationCode } from '../relations.ts';
import { formerNameOf } from '../person-names.ts';
import type { Feed } from './feed.ts';
import * as of from './parts.ts';

/** The police's registers: everybody with hukou in the city, and entries cancelled by death or departure. */
export const householdRegistration: Feed = {
  dataset: 'household-registration',
  rows(eyes, emit) {
    const { city, asOf } = eyes;
    const { people, spells, registers } = city.lives;
    const heads = headsOfRegisters(eyes);
    for (const person of eyes.persons()) {
      const seen = eyes.seen(person);
      let spell = spells.at(people, person, HUKOU, seen);
      if (spell < 0 || !eyes.isNews(person)) continue;
      const left = spells.value[spell] === OUTSIDE ? spells.from[spell]! : NEVER;
      if (left !== NEVER) {
        do spell = spells.before[spell]!;
        while (spell >= 0 && spells.about[spell] !== HUKOU);
        if (spell < 0) continue;
      }
      const register = spells.value[spell]!;
      const entered = Math.max(people.born[person]!, spells.from[spell]!);
      const died = eyes.diedOn(person);
      const cancelled = Math.min(left, died);
      const head = heads[register] ?? person;
      const mother = people.mother[person]!;
      const father = people.father[person]!;
      const spouse = spouseAt(city, person, seen);
      const byBirth = entered - people.born[person]! < 800;
      emit({
        subject: person,
        persons: of.roles({ self: person, mother, father, spouse }),
        values: {
          household_number: `5105${String(registers.township[register]!).padStart(3, '0')}${String(1_000_000 + register).slice(1)}`,
          household_kind: registers.kind[register] === 1 ? '2' : '1',
          relation_to_head: relationCode(city, head, person, seen),
          name: of.name(eyes, person),
          former_name: formerNameOf(city, person),
          sex: of.sexCode(eyes, person),
          nationality: of.nationalityCode(eyes, person),
          birth_date: people.born[person]!,
          identity_number: of.identity(eyes, person, asOf),
          education: of.age(eyes, person, seen) < 6 ? undefined : educationAt(city, person, seen),
          marital_status: of.maritalCode(eyes, person, seen),
          hukou_division: of.hukouDivision(eyes, person, Math.min(seen, left - 1)),
          hukou_address: of.hukouAddress(eyes, person, Math.min(seen, left - 1)),
          mother_name: of.name(eyes, mother),
          mother_identity_number: of.identity(eyes, mother, asOf),
          father_name: of.name(eyes, father),
          father_identity_number: of.identity(eyes, father, asOf),
          spouse_name: of.name(eyes, spouse),
          spouse_identity_number: of.identity(eyes, spouse, asOf),
          hukou_entry_date: entered,
          hukou_entry_reason: byBirth ? '01' : spouse === NOBODY ? '04' : '02',
          origin_division: byBirth ? undefined : eyes.numbers.division(person),
          phone: of.phone(eyes, person),
          hukou_status: died <= left && died !== NEVER ? '1' : left === NEVER ? '0' : '2',
          cancelled_on: cancelled === NEVER ? undefined : cancelled,
          destination_division: cancelled === left && left !== NEVER ? destination(eyes, person) : undefined,
          updated_on: eyes.updatedOn(person, cancelled === NEVER ? spells.from[spell]! : cancelled),
        },
      });
    }
  },
};

/** A county outside to which an entry went. */
function destination(eyes: Eyes, person: number): string {
  const { origins } = eyes.city.places;
  return origins[Math.floor(eyes.chance(person, 1) * origins.length)]!.code;
}

/** Head of each register: the eldest man between 24 and 70, else the eldest woman, else the eldest. */
function headsOfRegisters(eyes: Eyes): Int32Array {
  const { city, asOf } = eyes;
  const { people, registers } = city.lives;
  const heads = new Int32Array(registers.count).fill(NOBODY);
  const rank = new Float64Array(registers.count).fill(-1);
  for (let person = 0; person < people.count; person++) {
    if (!isAliveAt(city, person, asOf)) continue;
    const register = hukouAt(city, person, asOf);
    if (register < 0) continue;
    const own = headRank(people.born[person]!, people.sex[person]!, asOf);
    if (own <= rank[register]!) continue;
    rank[register] = own;
    heads[register] = person;
  }
  return heads;
}

function headRank(born: Day, sex: number, day: Day): number {
  const age = (day - born) / 365.2425;
  return (age >= 24 && age < 70 ? (sex === 1 ? 2000 : 1000) : age >= 70 ? 500 : 0) + age;
}

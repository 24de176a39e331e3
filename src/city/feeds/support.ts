import { NEVER, dayOf } from '../calendar.ts';
import { assistanceOf, disabilityOf, educationAt, jobAt } from '../livelihood.ts';
import { HUKOU, NOBODY, OUTSIDE } from '../lives/people.ts';
import { homeAt, hukouAt, isAliveAt, spouseAt } from '../lives/state-at.ts';
import { relationCode } from '../relations.ts';
import type { Feed } from './feed.ts';
import * as of from './parts.ts';

const [CERTIFIED, VISITED, ISSUED, AMOUNT, REGISTERED] = [1, 2, 3, 4, 5] as const;

/** Second-generation certificates have been issued since 2009. */
const CERTIFICATES_FROM = dayOf(2009, 12, 1);

/** Holders of a disability certificate with hukou in the city; the number is the identity number, kind and grade. */
export const disability: Feed = {
  dataset: 'disability',
  rows(eyes, emit) {
    const { city, asOf } = eyes;
    const { people } = city.lives;
    for (const person of eyes.persons()) {
      const found = disabilityOf(city, person);
      const seen = eyes.seen(person);
      if (found === undefined || found.from > seen || !eyes.isNews(person)) continue;
      if (hukouAt(city, person, seen) < 0 || eyes.chance(person, CERTIFIED) >= 0.8) continue;
      if (eyes.diedOn(person) !== NEVER || people.died[person]! < asOf - 1500) continue;
      const years = of.age(eyes, person, seen);
      const home = eyes.home(person);
      const guardian =
        years < 18 || found.kind >= '5'
          ? of.firstOf(spouseAt(city, person, seen), people.father[person]!, people.mother[person]!)
          : NOBODY;
      const issued = Math.min(
        seen,
        Math.max(found.from + 100, CERTIFICATES_FROM + Math.floor(eyes.chance(person, ISSUED) * 3000)),
      );
      const here = home !== OUTSIDE && homeAt(city, person, seen) !== OUTSIDE;
      emit({
        subject: person,
        persons: of.roles({ self: person, guardian }),
        values: {
          certificate_number: `${eyes.numbers.of(person)}${found.kind}${found.grade}`,
          name: of.name(eyes, person),
          sex: of.sexCode(eyes, person),
          nationality: of.nationalityCode(eyes, person),
          birth_date: people.born[person]!,
          identity_number: of.identity(eyes, person, asOf),
          education: years < 6 ? undefined : educationAt(city, person, seen),
          marital_status: of.maritalCode(eyes, person, seen),
          hukou_address: of.hukouAddress(eyes, person, seen),
          address: of.homeAddress(eyes, home) ?? of.hukouAddress(eyes, person, seen),
          disability_kind: found.kind,
          disability_grade: found.grade,
          guardian_name: of.name(eyes, guardian),
          guardian_phone: of.phone(eyes, guardian),
          phone: of.phone(eyes, person),
          issued_on: issued,
          valid_until: issued + 3652,
          visited_on: here ? seen - Math.floor(eyes.chance(person, VISITED) * 360) : undefined,
          updated_on: eyes.updatedOn(person, issued),
        },
      });
    }
  },
};

/** Members of the hukou households that are helped or watched; the head answers for all. */
export const assistance: Feed = {
  dataset: 'assistance',
  rows(eyes, emit) {
    const { city, asOf, since } = eyes;
    const { people, spells, registers } = city.lives;
    const members = new Map<number, number[]>();
    const helped = new Map<number, ReturnType<typeof assistanceOf>>();
    for (let person = 0; person < people.count; person++) {
      const seen = eyes.seen(person);
      const spell = spells.at(people, person, HUKOU, seen);
      const register = spell < 0 ? OUTSIDE : spells.value[spell]!;
      if (register < 0 || people.died[person]! < asOf - 900) continue;
      let given = helped.get(register);
      if (given === undefined && !helped.has(register)) {
        given = assistanceOf(city, register, asOf);
        helped.set(register, given);
      }
      if (given === undefined || given.until < asOf - 400) continue;
      const list = members.get(register);
      if (list === undefined) members.set(register, [person]);
      else list.push(person);
    }
    for (const [register, family] of members) {
      const given = helped.get(register)!;
      const living = family.filter((person) => isAliveAt(city, person, asOf));
      const head = living.toSorted((a, b) => headOrder(people.born[a]!, asOf) - headOrder(people.born[b]!, asOf))[0];
      if (head === undefined) continue;
      const stopped = given.until <= asOf;
      const changed =
        since === undefined || (given.until > since && stopped) || (given.from > since && given.from <= asOf);
      for (const person of family) {
        if (!changed && !eyes.isNews(person)) continue;
        const died = eyes.diedOn(person);
        if (died !== NEVER && died < asOf - 400) continue;
        const home = eyes.home(person);
        const ended = died !== NEVER ? died : stopped ? given.until : undefined;
        const here = homeAt(city, person, eyes.seen(person)) !== OUTSIDE;
        emit({
          subject: person,
          persons: { self: person, head },
          values: {
            family_number: `JZ${eyes.serial(register)}`,
            assistance_kind: given.kind,
            head_name: of.name(eyes, head),
            head_identity_number: of.identity(eyes, head, asOf),
            name: of.name(eyes, person),
            identity_number: of.identity(eyes, person, asOf),
            sex: of.sexCode(eyes, person),
            relation_to_head: relationCode(city, head, person, eyes.seen(person)),
            phone: of.phone(eyes, person),
            division: city.places.districts[city.places.townships[registers.township[register]!]!.district]!.code,
            address: of.homeAddress(eyes, home) ?? of.hukouAddress(eyes, person, eyes.seen(person)),
            started_on: given.from,
            monthly_amount: given.kind < '5' ? 260 + Math.floor(eyes.chance(register, AMOUNT) * 400) : undefined,
            last_paid: given.kind < '5' ? (ended ?? asOf) - 30 : undefined,
            visited_on: here && ended === undefined ? asOf - Math.floor(eyes.chance(person, VISITED) * 180) : undefined,
            assistance_status: died !== NEVER ? '3' : stopped ? '2' : '1',
            ended_on: ended,
            updated_on: eyes.updatedOn(person, ended ?? given.from),
          },
        });
      }
    }
  },
};

/** People of working age first, the eldest of them at the head. */
const headOrder = (born: number, day: number): number => (day - born < 20 * 365 ? 1e6 : 0) + born;

/** Registered jobs and unemployment of residents: the last entry of each. */
export const employment: Feed = {
  dataset: 'employment',
  rows(eyes, emit) {
    const { city } = eyes;
    const { people } = city.lives;
    for (const person of eyes.persons()) {
      const seen = eyes.seen(person);
      if (people.died[person]! <= seen || people.born[person]! > seen - 16 * 366 || !eyes.isNews(person)) continue;
      const u = eyes.chance(person, REGISTERED);
      const job = jobAt(city, person, seen);
      const years = of.age(eyes, person, seen);
      const unemployed = job === undefined && years < 58 && years >= 18 && u < 0.05;
      if (!unemployed && (job === undefined || u >= (job.kind === '1' ? 0.85 : 0.35))) continue;
      const home = eyes.home(person);
      if (home === OUTSIDE) continue;
      emit({
        subject: person,
        persons: { self: person },
        values: {
          registration_number: `5105${eyes.serial(person)}${job === undefined ? '' : String(job.from % 97).padStart(2, '0')}`,
          name: of.name(eyes, person),
          sex: of.sexCode(eyes, person),
          identity_number: of.identity(eyes, person, eyes.asOf),
          education: educationAt(city, person, seen),
          hukou_division: of.hukouDivision(eyes, person, seen),
          division: of.homeDivision(eyes, home),
          address: of.homeAddress(eyes, home),
          phone: of.phone(eyes, person),
          employment_status: job?.kind ?? '4',
          employer: job === undefined || job.employer === '' ? undefined : job.employer,
          employer_division: job === undefined ? undefined : city.places.districts[job.district]!.code,
          industry: job?.industry,
          started_on: job?.from,
          ended_on: undefined,
          updated_on: eyes.updatedOn(person, job?.from ?? seen - 200),
        },
      });
    }
  },
};

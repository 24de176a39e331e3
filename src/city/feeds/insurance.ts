import type { Day } from '../calendar.ts';
import { NEVER, calendarDay, dayOf, yearOf } from '../calendar.ts';
import type { Eyes } from '../eyes.ts';
import { employeePensionAt, jobAt, medicalInsuranceAt, residentPensionAt } from '../livelihood.ts';
import { districtOfHome, districtOfRegister, homeAt, hukouAt, lastHome } from '../lives/state-at.ts';
import type { Feed } from './feed.ts';
import * as of from './parts.ts';

const [CONFIRMED, START, SETTLED, WHERE, PAID] = [1, 2, 3, 4, 5] as const;

/** Where the schemes began here (proposal). */
const EMPLOYEES_FROM = dayOf(1992, 1, 1);
const RESIDENTS_FROM = dayOf(2011, 1, 1);
const MEDICAL_FROM = dayOf(2007, 1, 1);

/** First day of the month before a day: the last month paid. */
function lastMonth(day: Day): Day {
  const { year, month } = calendarDay(day);
  return month === 1 ? dayOf(year - 1, 12, 1) : dayOf(year, month - 1, 1);
}

/** What the insurances know of a person: insured as of the day before a death they know of, or today. */
function insured<T>(
  eyes: Eyes,
  person: number,
  at: (day: Day) => T | undefined,
): { kind: T; day: Day; died: Day } | undefined {
  const { people } = eyes.city.lives;
  const truly = people.died[person]!;
  const seen = eyes.seen(person);
  // Whoever died long ago is gone from the books even of those who did not see it.
  if (people.born[person]! > seen || truly < eyes.asOf - 1100) return undefined;
  const died = eyes.diedOn(person);
  const day = Math.min(seen, truly - 1);
  const kind = at(day);
  return kind === undefined ? undefined : { kind, day, died };
}

/** Where a person is insured: the district of the job or home, else that of the hukou. */
function insuredDivision(eyes: Eyes, person: number, day: Day): string | undefined {
  const { city } = eyes;
  const home = districtOfHome(city, homeAt(city, person, day));
  const district = home >= 0 ? home : districtOfRegister(city, hukouAt(city, person, day));
  return city.places.districts[district]?.code;
}

/** Day on which somebody proved to be alive this year, if so. */
function confirmed(eyes: Eyes, person: number, day: Day): Day | undefined {
  const u = eyes.chance(person, CONFIRMED);
  return u < 0.12 ? undefined : day - Math.floor(((u - 0.12) / 0.88) * 360);
}

export const employeePension: Feed = {
  dataset: 'employee-pension',
  rows(eyes, emit) {
    const { city } = eyes;
    for (const person of eyes.persons()) {
      if (!eyes.isNews(person)) continue;
      const found = insured(eyes, person, (day) => employeePensionAt(city, person, day));
      if (found === undefined) continue;
      const { kind, day, died } = found;
      const dead = died !== NEVER;
      const job = jobAt(city, person, day) ?? jobAt(city, person, day - 1500);
      const from = of.bornOn(eyes, person) + Math.floor((20 + eyes.chance(person, START) * 12) * 365.25);
      emit({
        subject: person,
        persons: { self: person },
        values: {
          insured_number: `51${eyes.serial(person)}`,
          identity_number: of.identity(eyes, person, eyes.asOf),
          name: of.name(eyes, person),
          sex: of.sexCode(eyes, person),
          birth_date: of.bornOn(eyes, person),
          insurance_kind: job?.publicSector === true ? '120' : '110',
          employer: job === undefined || job.employer === '' ? undefined : job.employer,
          employer_number: job === undefined || job.number === '' ? undefined : job.number,
          division: insuredDivision(eyes, person, day),
          insured_from: Math.min(day, Math.max(from, EMPLOYEES_FROM)),
          insured_status: dead ? '4' : kind === 'suspended' ? '2' : '1',
          last_paid: kind === 'paying' ? lastMonth(day) : kind === 'suspended' ? day - 900 : undefined,
          payment_status: dead ? '3' : kind === 'drawing' ? '1' : '0',
          last_drawn: kind === 'drawing' ? lastMonth(day) : undefined,
          confirmed_alive_on: kind === 'drawing' ? confirmed(eyes, person, day) : undefined,
          ended_on: dead ? died : undefined,
          phone: of.phone(eyes, person),
          updated_on: eyes.updatedOn(person, dead ? died : day - 200),
        },
      });
    }
  },
};

export const residentPension: Feed = {
  dataset: 'resident-pension',
  rows(eyes, emit) {
    const { city } = eyes;
    for (const person of eyes.persons()) {
      if (!eyes.isNews(person)) continue;
      const found = insured(eyes, person, (day) => residentPensionAt(city, person, day));
      if (found === undefined) continue;
      const { kind, day, died } = found;
      const dead = died !== NEVER;
      const born = of.bornOn(eyes, person);
      emit({
        subject: person,
        persons: { self: person },
        values: {
          insured_number: `52${eyes.serial(person)}`,
          identity_number: of.identity(eyes, person, eyes.asOf),
          name: of.name(eyes, person),
          sex: of.sexCode(eyes, person),
          nationality: of.nationalityCode(eyes, person),
          birth_date: born,
          hukou_division: of.hukouDivision(eyes, person, day),
          hukou_address: of.hukouAddress(eyes, person, day),
          insured_from: Math.min(
            day,
            Math.max(born + 16 * 365, RESIDENTS_FROM + Math.floor(eyes.chance(person, START) * 700)),
          ),
          insured_status: dead ? '4' : '1',
          last_paid_year: kind === 'paying' && eyes.chance(person, PAID) < 0.86 ? yearOf(day) - 1 : undefined,
          payment_status: dead ? '3' : kind === 'drawing' ? '1' : '0',
          last_drawn: kind === 'drawing' ? lastMonth(day) : undefined,
          confirmed_alive_on: kind === 'drawing' ? confirmed(eyes, person, day) : undefined,
          ended_on: dead ? died : undefined,
          phone: of.phone(eyes, person),
          updated_on: eyes.updatedOn(person, dead ? died : day - 200),
        },
      });
    }
  },
};

export const medicalInsurance: Feed = {
  dataset: 'medical-insurance',
  rows(eyes, emit) {
    const { city } = eyes;
    for (const person of eyes.persons()) {
      if (!eyes.isNews(person)) continue;
      const found = insured(eyes, person, (day) => medicalInsuranceAt(city, person, day));
      if (found === undefined) continue;
      const { kind, day, died } = found;
      const dead = died !== NEVER;
      const home = eyes.home(person);
      const last = lastHome(city, person, day);
      const u = eyes.chance(person, SETTLED);
      const years = of.age(eyes, person, day);
      const often = years >= 60 ? 0.82 : years < 7 ? 0.75 : 0.5;
      const settled = last !== undefined && u < often ? last.day - Math.floor((u / often) ** 2 * 700) : undefined;
      const born = of.bornOn(eyes, person);
      emit({
        subject: person,
        persons: { self: person },
        values: {
          person_number: `5105${eyes.serial(person)}`,
          identity_type: '01',
          identity_number: of.identity(eyes, person, eyes.asOf),
          name: of.name(eyes, person),
          sex: of.sexCode(eyes, person),
          nationality: of.nationalityCode(eyes, person),
          birth_date: born,
          insurance_kind: kind,
          insured_division: insuredDivision(eyes, person, day),
          employer: kind === '310' ? jobAt(city, person, day)?.employer || undefined : undefined,
          hukou_division: of.hukouDivision(eyes, person, day),
          division: of.homeDivision(eyes, home),
          address: of.homeAddress(eyes, home) ?? of.hukouAddress(eyes, person, day),
          phone: of.phone(eyes, person),
          insured_from: Math.min(
            day,
            Math.max(born + 30, MEDICAL_FROM + Math.floor(eyes.chance(person, START) * 4000)),
          ),
          insured_status: dead ? '4' : '1',
          last_settled_on: settled !== undefined && settled > born ? settled : undefined,
          settled_division:
            settled === undefined
              ? undefined
              : eyes.chance(person, WHERE) < 0.93
                ? of.homeDivision(eyes, last!.home)
                : city.places.districts[0]!.code,
          ended_on: dead ? died : undefined,
          updated_on: eyes.updatedOn(person, dead ? died : day - 300),
        },
      });
    }
  },
};

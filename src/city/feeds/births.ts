import { NEVER, censusDay, dayOf } from '../calendar.ts';
import type { Eyes } from '../eyes.ts';
import { educationAt } from '../livelihood.ts';
import { NOBODY, OUTSIDE } from '../lives/people.ts';
import { districtOfHome, homeAt, lastHome } from '../lives/state-at.ts';
import type { Feed } from './feed.ts';
import * as of from './parts.ts';
import { nameOf } from '../person-names.ts';

const [CERTIFIED, UNNAMED, TIME, WEIGHT, REISSUED, HOSPITAL, CARE, DOSES, VACCINATED, OPENED, DUE] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
] as const;

/** First births of the city's story; first books of the platform; where the letters of certificates begin (the last two: proposal). */
const CITY_FROM = censusDay(2010);
const CARE_FROM = dayOf(2015, 1, 1);
const LETTERS_FROM = dayOf(2010, 1, 1);

const HOSPITALS = ['人民医院', '中医医院', '妇幼保健院', '第二人民医院', '中心卫生院'];

/** Children born in the city to mothers living there, by index. */
function* bornHere(eyes: Eyes, from: number, to: number): Generator<number> {
  const { city } = eyes;
  const { people } = city.lives;
  for (let child = 0; child < people.count; child++) {
    const born = people.born[child]!;
    const mother = people.mother[child]!;
    if (born < from || born > to || mother === NOBODY) continue;
    if (homeAt(city, mother, born) !== OUTSIDE) yield child;
  }
}

/** Number of a birth certificate: a letter for the years, the province, eight digits; `copy` 1 is the one made again. */
function certificateNumber({ city }: Eyes, child: number, copy: number): string {
  const { people, seed } = city.lives;
  const letter = 'KLMNOPQRSTUV'[Math.max(0, Math.min(11, Math.floor((people.born[child]! - LETTERS_FROM) / 500)))]!;
  const mixed = (child * 7919 + copy * 49_999_991 + (seed % 1000) * 77_777) % 99_999_989;
  return `${letter}51${String(100_000_000 + mixed).slice(1)}`;
}

function hospital(eyes: Eyes, child: number): { name: string; division: string } {
  const { city } = eyes;
  const home = homeAt(city, of.mother(eyes, child), of.bornOn(eyes, child));
  const district = city.places.districts[districtOfHome(city, home)]!;
  const which = Math.floor(eyes.chance(child, HOSPITAL) * HOSPITALS.length);
  return { name: `泸州市${district.name.zh}${HOSPITALS[which]}`, division: district.code };
}

/** A first certificate for each birth in a hospital of the city; some children are not named yet, some papers are lost and made again. */
export const birthCertificate: Feed = {
  dataset: 'birth-certificate',
  rows(eyes, emit) {
    const { city } = eyes;
    const { people } = city.lives;
    const recent = eyes.since === undefined ? -Infinity : eyes.since - 800;
    for (const child of bornHere(eyes, recent, eyes.asOf)) {
      if (eyes.chance(child, CERTIFIED) >= 0.985 || people.born[child]! < CITY_FROM) continue;
      const born = people.born[child]!;
      const mother = people.mother[child]!;
      const father = people.father[child]!;
      const place = hospital(eyes, child);
      const again = eyes.chance(child, REISSUED) < 0.015;
      for (const copy of again ? [0, 1] : [0]) {
        const issued = born + 2 + eyes.lag(child) + copy * (60 + Math.floor(eyes.chance(child, TIME) * 500));
        if (issued > eyes.asOf || (eyes.since !== undefined && issued <= eyes.since)) continue;
        const named = copy === 0 ? eyes.chance(child, UNNAMED) : 1;
        const childName =
          named < 0.03
            ? undefined
            : named < 0.08
              ? `${nameOf(city, mother)}之${people.sex[child] === 1 ? '子' : '女'}`
              : nameOf(city, child);
        const w = eyes.chance(child, WEIGHT);
        const address = of.homeAddress(eyes, homeAt(city, mother, born));
        emit({
          subject: child,
          persons: of.roles({ child, mother, father }),
          values: {
            certificate_number: certificateNumber(eyes, child, copy),
            issue_kind: copy === 0 ? '1' : '3',
            former_certificate_number: copy === 0 ? undefined : certificateNumber(eyes, child, 0),
            child_name: childName,
            child_sex: of.sexCode(eyes, child),
            born_at: born + eyes.chance(child, TIME),
            gestation_weeks: w < 0.07 ? 33 + Math.floor(w * 50) : 37 + Math.floor(w * 5),
            birth_weight: 2300 + Math.floor(w * 1900),
            birth_order: birthOrder(eyes, child),
            hospital: place.name,
            hospital_division: place.division,
            mother_name: of.name(eyes, mother),
            mother_birth_date: people.born[mother]!,
            mother_nationality: of.nationalityCode(eyes, mother),
            mother_identity_type: '01',
            mother_identity_number: of.identity(eyes, mother, issued),
            mother_address: address,
            father_name: of.name(eyes, father),
            father_birth_date: father === NOBODY ? undefined : people.born[father]!,
            father_nationality: father === NOBODY ? undefined : of.nationalityCode(eyes, father),
            father_identity_type: father === NOBODY ? undefined : '01',
            father_identity_number: of.identity(eyes, father, issued),
            address,
            issued_on: issued,
          },
        });
      }
    }
  },
};

/** How many children the mother had borne, this one included, if all are known. */
function birthOrder(eyes: Eyes, child: number): number {
  const { people } = eyes.city.lives;
  return Math.max(1, Math.min(3, people.parity[people.mother[child]!]!));
}

/** Pregnancies under care: a book is opened in the first months and closed after the birth. */
export const maternalCare: Feed = {
  dataset: 'maternal-care',
  rows(eyes, emit) {
    const { city, asOf, since } = eyes;
    const { people } = city.lives;
    for (const child of bornHere(eyes, (since ?? CARE_FROM) - 60, asOf + 230)) {
      const born = people.born[child]!;
      const u = eyes.chance(child, CARE);
      if (u >= 0.95) continue;
      const opened = born - 225 + Math.floor(eyes.chance(child, OPENED) * 110);
      const due = born + Math.floor(eyes.chance(child, DUE) * 14) - 5;
      const closed = born + eyes.lag(child);
      const visit = Math.min(asOf, born - 3);
      const known = closed <= asOf;
      const event = known ? closed : opened + Math.floor((visit - opened) * 0.8);
      if (opened > asOf || (since !== undefined && event <= since)) continue;
      const mother = people.mother[child]!;
      const father = people.father[child]!;
      const home = homeAt(city, mother, Math.min(asOf, born));
      emit({
        subject: child,
        persons: of.roles({ self: mother, husband: father }),
        values: {
          record_number: `FY${eyes.serial(child)}`,
          name: of.name(eyes, mother),
          identity_number: of.identity(eyes, mother, asOf),
          birth_date: people.born[mother]!,
          nationality: of.nationalityCode(eyes, mother),
          education: educationAt(city, mother, Math.min(asOf, born)),
          phone: of.phone(eyes, mother),
          husband_name: of.name(eyes, father),
          husband_identity_number: of.identity(eyes, father, asOf),
          husband_phone: of.phone(eyes, father),
          hukou_division: of.hukouDivision(eyes, mother, Math.min(asOf, born)),
          division: of.homeDivision(eyes, home),
          address: of.homeAddress(eyes, home),
          registered_on: opened,
          gravidity: birthOrder(eyes, child) + (u < 0.3 ? 1 : 0),
          parity: birthOrder(eyes, child) - 1,
          due_on: due,
          last_visit_on: Math.max(opened, visit),
          outcome: known ? '1' : '9',
          delivered_on: known ? born : undefined,
          live_births: known ? 1 : undefined,
          updated_on: Math.max(opened, Math.min(asOf, event)),
        },
      });
    }
  },
};

/** Doses due by age in months (national programme; the count only). */
const DOSES_BY_MONTH = [1, 2, 3, 4, 5, 6, 8, 9, 18, 24, 36, 48, 72];

/** Children up to six with a vaccination file here, those from outside included. */
export const vaccination: Feed = {
  dataset: 'vaccination',
  rows(eyes, emit) {
    const { city, asOf } = eyes;
    const { people } = city.lives;
    for (const child of eyes.persons()) {
      const born = people.born[child]!;
      const seen = eyes.seen(child);
      if (born > seen - 25 || born < asOf - 7 * 365 || !eyes.isNews(child)) continue;
      if (eyes.chance(child, VACCINATED) >= 0.97 || eyes.diedOn(child) !== NEVER) continue;
      const home = eyes.home(child);
      if (home === OUTSIDE) continue;
      const there = lastHome(city, child, seen)?.day ?? seen;
      const months = (there - born) / 30.4;
      const doses = DOSES_BY_MONTH.filter((month) => month <= months).length;
      const last = born + Math.round((DOSES_BY_MONTH[Math.max(0, doses - 1)]! + eyes.chance(child, DOSES)) * 30.4);
      const mother = people.mother[child]!;
      const father = people.father[child]!;
      const isBornHere = mother !== NOBODY && homeAt(city, mother, born) !== OUTSIDE;
      emit({
        subject: child,
        persons: of.roles({ child, mother, father }),
        values: {
          file_number: `51${eyes.serial(child)}`,
          certificate_number:
            eyes.chance(child, DOSES) < 0.35 || !isBornHere ? undefined : certificateNumber(eyes, child, 0),
          child_name: of.name(eyes, child),
          child_sex: of.sexCode(eyes, child),
          child_birth_date: born,
          child_identity_number: of.identity(eyes, child, seen),
          nationality: of.nationalityCode(eyes, child),
          mother_name: of.name(eyes, mother),
          mother_identity_number: of.identity(eyes, mother, asOf),
          father_name: of.name(eyes, father),
          father_identity_number: of.identity(eyes, father, asOf),
          phone: of.phone(eyes, of.firstOf(mother, father)),
          hukou_division: of.hukouDivision(eyes, child, seen),
          hukou_address: of.hukouAddress(eyes, child, seen),
          division: of.homeDivision(eyes, home),
          address: of.homeAddress(eyes, home),
          registered_on: born + 25,
          doses,
          last_dose_on: Math.min(there, last),
          updated_on: eyes.updatedOn(child, Math.min(there, last)),
        },
      });
    }
  },
};

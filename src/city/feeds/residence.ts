import { addressOf, addressText } from '../addresses.ts';
import type { Day } from '../calendar.ts';
import { NEVER } from '../calendar.ts';
import type { Eyes } from '../eyes.ts';
import { educationAt, jobAt } from '../livelihood.ts';
import { HOME, NOBODY, OUTSIDE } from '../lives/people.ts';
import { districtOfHome, districtOfRegister, hukouAt } from '../lives/state-at.ts';
import type { Feed } from './feed.ts';
import * as of from './parts.ts';

const [HOLDS, RENTS, REASON, LEFT, OWNER, HOUSE] = [1, 2, 3, 4, 5, 6] as const;

/** A spell of somebody from elsewhere in the city. */
interface Stay {
  readonly home: number;
  readonly from: Day;
  /** NEVER while it lasts. */
  readonly until: Day;
}

/** The last stay that a department may know of a person whose hukou is in another county: present, or ended in five years. */
function lastStay(eyes: Eyes, person: number): Stay | undefined {
  const { city } = eyes;
  const { people, spells } = city.lives;
  const seen = eyes.seen(person);
  let spell = spells.at(people, person, HOME, seen);
  if (spell < 0) return undefined;
  let until: Day = people.died[person]! > seen ? NEVER : people.died[person]!;
  if (spells.value[spell] === OUTSIDE) {
    until = spells.from[spell]!;
    if (until < seen - 1800) return undefined;
    do spell = spells.before[spell]!;
    while (spell >= 0 && spells.about[spell] !== HOME);
    if (spell < 0 || spells.value[spell] === OUTSIDE) return undefined;
  }
  const home = spells.value[spell]!;
  const from = spells.from[spell]!;
  if (districtOfRegister(city, hukouAt(city, person, from)) === districtOfHome(city, home)) return undefined;
  return { home, from, until };
}

/** Permits and registrations of people from other counties and cities; who leaves does not always say so. */
export const residencePermit: Feed = {
  dataset: 'residence-permit',
  rows(eyes, emit) {
    const { city } = eyes;
    for (const person of eyes.persons()) {
      if (!eyes.isNews(person)) continue;
      const stay = lastStay(eyes, person);
      if (stay === undefined) continue;
      const years = of.age(eyes, person, stay.from);
      if (eyes.chance(person, HOLDS) >= (years < 16 ? 0.3 : years < 60 ? 0.72 : 0.4)) continue;
      const told = stay.until !== NEVER && eyes.chance(person, LEFT) >= 0.55;
      const seen = Math.min(eyes.seen(person), stay.until);
      const issued = Math.min(eyes.asOf, stay.from + 20 + Math.floor(eyes.chance(person, REASON) * 200));
      const u = eyes.chance(person, REASON);
      const job = jobAt(city, person, seen);
      emit({
        subject: person,
        persons: { self: person },
        values: {
          permit_number: `5105${eyes.serial(person)}`,
          identity_type: '01',
          identity_number: of.identity(eyes, person, eyes.asOf),
          name: of.name(eyes, person),
          sex: of.sexCode(eyes, person),
          nationality: of.nationalityCode(eyes, person),
          birth_date: of.bornOn(eyes, person),
          education: years < 6 ? undefined : educationAt(city, person, seen),
          marital_status: of.maritalCode(eyes, person, seen),
          phone: of.phone(eyes, person),
          hukou_division: of.hukouDivision(eyes, person, stay.from),
          hukou_address: of.hukouAddress(eyes, person, stay.from),
          division: of.homeDivision(eyes, stay.home),
          address: of.homeAddress(eyes, stay.home),
          residence_reason: years < 19 ? '06' : job === undefined ? '09' : u < 0.7 ? '01' : '03',
          dwelling_kind: u < 0.5 ? '2' : u < 0.75 ? '1' : u < 0.9 ? '5' : '3',
          employer: job?.employer === '' ? undefined : job?.employer,
          arrived_on: stay.from,
          origin_division: eyes.numbers.division(person),
          issued_on: issued,
          valid_until: issued + 365 * Math.max(1, Math.ceil((Math.min(seen, eyes.asOf) - issued) / 365)),
          left_on: told ? stay.until : undefined,
          destination_division: undefined,
          updated_on: eyes.updatedOn(person, told ? stay.until : stay.from),
        },
      });
    }
  },
};

/** Rooms let to people from elsewhere in the county or beyond, as collectors note them; the owner is someone registered near by. */
export const rentalHouse: Feed = {
  dataset: 'rental-house',
  rows(eyes, emit) {
    const { city } = eyes;
    for (const person of eyes.persons()) {
      if (!eyes.isNews(person)) continue;
      const stay = lastStay(eyes, person);
      if (stay === undefined || of.age(eyes, person, stay.from) < 18) continue;
      if (eyes.chance(stay.home, RENTS) >= 0.45) continue;
      const address = addressOf(city, 'homes', stay.home);
      const owner = ownerOf(eyes, stay.home);
      const told = stay.until !== NEVER && eyes.chance(person, LEFT) >= 0.4;
      const collected = eyes.updatedOn(person, told ? stay.until : stay.from);
      emit({
        subject: person,
        persons: of.roles({ tenant: person, owner }),
        values: {
          house_number: `CZ${eyes.serial(stay.home)}`,
          house_name: address.rest === '' ? undefined : `${address.road.replace(/\d+号$/, '')}出租屋`,
          division: of.homeDivision(eyes, stay.home),
          address: addressText(city, address),
          room: String(
            101 + Math.floor(eyes.chance(stay.home, HOUSE) * 4) + 100 * Math.floor(eyes.chance(stay.home, OWNER) * 6),
          ),
          use: '1',
          owner_name: of.name(eyes, owner),
          owner_identity_number: of.identity(eyes, owner, eyes.asOf),
          owner_phone: of.phone(eyes, owner),
          tenant_name: of.name(eyes, person),
          tenant_sex: of.sexCode(eyes, person),
          tenant_identity_number: of.identity(eyes, person, eyes.asOf),
          tenant_hukou_address: of.hukouAddress(eyes, person, stay.from),
          tenant_phone: of.phone(eyes, person),
          rented_from: stay.from,
          rented_until: told ? stay.until : undefined,
          collected_at: collected + 0.35 + eyes.chance(person, HOUSE) * 0.4,
        },
      });
    }
  },
};

/** A grown person registered in the city, the same for a home at all times. */
function ownerOf(eyes: Eyes, home: number): number {
  const { city, asOf } = eyes;
  const { people } = city.lives;
  for (let tries = 0; tries < 20; tries++) {
    const person = Math.floor(eyes.chance(home, OWNER + tries * 50) * people.count);
    if (people.born[person]! < asOf - 30 * 365 && people.died[person] === NEVER && hukouAt(city, person, asOf) >= 0)
      return person;
  }
  return NOBODY;
}

import { NEVER, dayOf, yearOf } from '../calendar.ts';
import type { Eyes } from '../eyes.ts';
import { educationAt } from '../livelihood.ts';
import { NOBODY, OUTSIDE, PARTED, UNION } from '../lives/people.ts';
import { districtOfRegister, homeAt, hukouAt, isAliveAt, spouseAt } from '../lives/state-at.ts';
import type { Feed } from './feed.ts';
import * as of from './parts.ts';

const [CERTIFIED, PLACE, OFFICE, KEPT] = [1, 2, 3, 4] as const;

/** The system of death reports holds certificates from here on (proposal). */
const FIRST_REPORT = dayOf(2014, 1, 15);

/** Certificates of deaths in the city since 2014; at home in a village not every death is reported. */
export const deathCertificate: Feed = {
  dataset: 'death-certificate',
  rows(eyes, emit) {
    const { city } = eyes;
    const { people } = city.lives;
    const children = someChildren(eyes);
    for (const person of eyes.persons()) {
      const died = people.died[person]!;
      if (died === NEVER || died < FIRST_REPORT || !eyes.isEntered(person, died)) continue;
      const home = homeAt(city, person, died - 1);
      if (eyes.chance(person, CERTIFIED) >= (home === OUTSIDE ? 0.15 : 0.9)) continue;
      const years = of.age(eyes, person, died);
      const spouse = spouseAt(city, person, died - 1);
      const informant = of.firstOf(spouse, children[person]!, people.mother[person]!);
      const u = eyes.chance(person, PLACE);
      emit({
        subject: person,
        persons: { self: person },
        values: {
          certificate_number: `SW51${eyes.serial(person)}`,
          name: of.name(eyes, person),
          sex: of.sexCode(eyes, person),
          nationality: of.nationalityCode(eyes, person),
          identity_type: '01',
          identity_number: of.identity(eyes, person, died),
          birth_date: people.born[person]!,
          marital_status: of.maritalCode(eyes, person, died - 1),
          education: years < 6 ? undefined : educationAt(city, person, died),
          hukou_address: of.hukouAddress(eyes, person, died - 1),
          address: of.homeAddress(eyes, home) ?? of.hukouAddress(eyes, person, died - 1),
          died_on: died,
          death_place: u < 0.3 ? '1' : u < 0.33 ? '2' : u < 0.9 ? '3' : u < 0.94 ? '4' : '5',
          informant_name: of.name(eyes, informant),
          informant_phone: of.phone(eyes, informant),
          reported_on: died + eyes.lag(person),
        },
      });
    }
  },
};

/** A living child of every person that has one. */
function someChildren({ city, asOf }: Eyes): Int32Array {
  const { people } = city.lives;
  const child = new Int32Array(people.count).fill(NOBODY);
  for (let person = 0; person < people.count; person++)
    if (isAliveAt(city, person, asOf))
      for (const parent of [people.mother[person]!, people.father[person]!])
        if (parent !== NOBODY) child[parent] = person;
  return child;
}

/** Marriages and divorces registered in the city: where one of the two has hukou; older books are not all digital. */
export const marriage: Feed = {
  dataset: 'marriage',
  rows(eyes, emit) {
    const { city, asOf, since } = eyes;
    const { people, spells } = city.lives;
    for (let spell = 0; spell < spells.count; spell++) {
      if (spells.about[spell] !== UNION) continue;
      const wife = spells.person[spell]!;
      const day = spells.from[spell]!;
      if (people.sex[wife] === 1 || day > asOf || (since !== undefined && day <= since - 400)) continue;
      const value = spells.value[spell]!;
      const husband = value >= 0 ? value : value === PARTED ? husbandBefore(eyes, spell) : NOBODY;
      if (husband === NOBODY || !eyes.isEntered(wife, day)) continue;
      const year = yearOf(day);
      if (year < 1985 || eyes.chance(wife, KEPT + (day % 1000)) >= (year < 2005 ? 0.45 : 0.97)) continue;
      const districts = [husband, wife].map((one) => districtOfRegister(city, hukouAt(city, one, day - 1)));
      const known = districts.filter((district) => district >= 0);
      if (known.length === 0) continue;
      const district = known[Math.floor(eyes.chance(wife, OFFICE) * known.length)]!;
      const office = city.places.districts[district]!.code;
      const divorce = value === PARTED;
      const before = (one: number): string => (divorce ? '20' : of.maritalCode(eyes, one, day - 1));
      const names = (role: 'husband' | 'wife', one: number): Record<string, string | number | undefined> => ({
        [`${role}_name`]: of.name(eyes, one),
        [`${role}_identity_number`]: of.identity(eyes, one, day),
        [`${role}_birth_date`]: people.born[one]!,
        [`${role}_nationality`]: of.nationalityCode(eyes, one),
        [`${role}_education`]: educationAt(city, one, day),
        [`${role}_status_before`]: before(one),
        [`${role}_hukou_address`]: of.hukouAddress(eyes, one, day - 1),
      });
      emit({
        subject: spell,
        persons: { husband, wife },
        values: {
          certificate_number: `${divorce ? 'L' : 'J'}${office}-${year}-${String(spell).padStart(6, '0')}`,
          business: divorce ? '2' : '1',
          ...names('husband', husband),
          ...names('wife', wife),
          office_division: office,
          registered_on: day,
        },
      });
    }
  },
};

/** Whom somebody was married to before a spell. */
function husbandBefore({ city }: Eyes, spell: number): number {
  const { spells } = city.lives;
  for (let before = spells.before[spell]!; before >= 0; before = spells.before[before]!)
    if (spells.about[before] === UNION) return spells.value[before]!;
  return NOBODY;
}

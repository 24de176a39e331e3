import { AGES } from '#base';
import { censusDay } from '../calendar.ts';
import { shuffle } from '../chance.ts';
import type { GrowingCity } from './city-state.ts';
import { living } from './city-state.ts';
import { DIVORCED, FAMILY_HOME, MARRIED, NOBODY, PARTED, UNION, dayInYear, moveHome, moveHukou } from './people.ts';

/** Women who marry in a year, of those not married, by age (proposal; later from year to year, as in the nation). */
function marriageRate(age: number, year: number, first: boolean): number {
  if (age < 20) return 0;
  const mean = 23.6 + 0.18 * (year - 2010);
  const z = (age - mean) / 4;
  const peak = first ? 0.27 - 0.008 * (year - 2010) : 0.08;
  return peak * Math.exp(-0.5 * z * z) + (first ? 0.02 : 0.04) * (age < 55 ? 1 : 0);
}

/** Couples who part in a year, per thousand (proposal: rising to 2019, lower since the cooling-off period of 2021). */
const divorceRate = (year: number): number => (year < 2020 ? 5 + 0.35 * (year - 2010) : year === 2020 ? 8 : 5.5) / 1000;

/** Marriages and divorces of a census year: partners live in the same district, or both outside the city. */
export function unite(city: GrowingCity, year: number): void {
  divorces(city, year);
  marriages(city, year);
}

function divorces(city: GrowingCity, year: number): void {
  const { lives } = city;
  const { people, homes, spells } = lives;
  const random = city.stream(year, 2);
  const start = censusDay(year - 1);
  for (const woman of living(city)) {
    const man = people.spouse[woman]!;
    if (people.sex[woman] === 1 || man === NOBODY) continue;
    const age = people.ageAt(woman, start);
    if (random.uniform() >= divorceRate(year) * (age < 50 ? 1.4 : age < 60 ? 0.6 : 0.1)) continue;
    const day = Math.max(
      dayInYear(lives, woman, start, random.uniform()),
      dayInYear(lives, man, start, random.uniform()),
    );
    people.spouse[woman] = people.spouse[man] = NOBODY;
    people.marital[woman] = people.marital[man] = DIVORCED;
    spells.add(people, woman, day, UNION, PARTED);
    spells.add(people, man, day, UNION, PARTED);
    const leaving = random.uniform() < 0.5 ? man : woman;
    const home = people.home[leaving]!;
    if (home >= 0 && home === people.home[leaving === man ? woman : man])
      moveHome(lives, leaving, day, homes.add(homes.township[home]!, FAMILY_HOME));
  }
}

function marriages(city: GrowingCity, year: number): void {
  const { lives, targets } = city;
  const { people, homes, spells } = lives;
  const random = city.stream(year, 3);
  const start = censusDay(year - 1);
  const men = Array.from({ length: targets.districts.length + 1 }, () =>
    Array.from({ length: AGES }, (): number[] => []),
  );
  const women: number[] = [];
  for (const person of living(city)) {
    if (people.spouse[person] !== NOBODY) continue;
    const age = people.ageAt(person, start);
    if (people.sex[person] === 1) {
      if (age >= 21 && age < 65) men[city.districtOf(person) + 1]![age]!.push(person);
    } else if (random.uniform() < marriageRate(age, year, people.marital[person] === 0)) women.push(person);
  }
  for (const place of men) for (const bucket of place) shuffle(bucket, random);
  shuffle(women, random);
  for (const wife of women) {
    const at = men[city.districtOf(wife) + 1]!;
    const wanted = Math.round(people.ageAt(wife, start) + 1.8 + 2.8 * random.normal());
    let husband = NOBODY;
    for (let step = 0; step <= 12 && husband === NOBODY; step++) {
      const bucket = at[wanted + (step % 2 === 1 ? (step + 1) / 2 : -step / 2)];
      const found = bucket?.pop();
      if (found === undefined) continue;
      if (related(city, wife, found)) bucket!.push(found);
      else husband = found;
    }
    if (husband === NOBODY) continue;
    const day = Math.max(
      dayInYear(lives, wife, start, random.uniform()),
      dayInYear(lives, husband, start, random.uniform()),
    );
    people.spouse[wife] = husband;
    people.spouse[husband] = wife;
    people.marital[wife] = people.marital[husband] = MARRIED;
    spells.add(people, wife, day, UNION, husband);
    spells.add(people, husband, day, UNION, wife);
    const his = people.home[husband]!;
    const hers = people.home[wife]!;
    if (his >= 0 && hers >= 0) {
      const u = random.uniform();
      const family = homes.kind[his] === FAMILY_HOME;
      const home = u < 0.45 && family ? his : homes.add(homes.township[his]!, FAMILY_HOME);
      moveHome(lives, wife, day, home);
      moveHome(lives, husband, day, home);
    }
    const register = people.hukou[husband]!;
    if (register >= 0 && people.hukou[wife] !== register && random.uniform() < 0.55)
      moveHukou(lives, wife, Math.min(day + 20 + random.below(300), start + 400), register);
  }
}

const shared = (x: number, y: number): boolean => x !== NOBODY && x === y;

/** Siblings, or one the child of the other. */
function related({ lives: { people } }: GrowingCity, a: number, b: number): boolean {
  return (
    shared(people.mother[a]!, people.mother[b]!) ||
    shared(people.father[a]!, people.father[b]!) ||
    people.mother[a] === b ||
    people.father[a] === b ||
    people.mother[b] === a ||
    people.father[b] === a
  );
}

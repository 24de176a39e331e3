import { censusDay } from '../calendar.ts';
import { shuffle } from '../chance.ts';
import type { GrowingCity } from './city-state.ts';
import { living } from './city-state.ts';
import { OUTSIDE, dayInYear, moveHukou } from './people.ts';

/** Of those who live in another township than that of their hukou, how many bring it there in a year (proposal). */
const BROUGHT = 0.012;

/**
 * Transfers of hukou in a census year: some bring it to where they live (inside a district as many as the count of those
 * who live apart from it leaves over), and then as many leave the city's registers (of
 * those long away), or are entered (of residents from outside), as the published registered population needs.
 */
export function transferHukou(city: GrowingCity, year: number): void {
  const { lives, targets, scale } = city;
  const { people, homes, registers } = lives;
  const random = city.stream(year, 7);
  const start = censusDay(year - 1);
  const everybody = Int32Array.from(living(city));
  const registerOfHome = new Map<number, number>();
  let registered = 0;
  const bring = (person: number): void => {
    const home = people.home[person]!;
    let register = registerOfHome.get(home);
    if (register === undefined) {
      register = registers.add(homes.township[home]!, homes.kind[home]!);
      registerOfHome.set(home, register);
    }
    const day = dayInYear(lives, person, start, random.uniform());
    moveHukou(lives, person, day, register);
  };
  const elsewhere = (person: number): boolean => {
    const register = people.hukou[person]!;
    const home = people.home[person]!;
    return register >= 0 && home >= 0 && registers.township[register] !== homes.township[home];
  };
  const apart = targets.districts.map(() => 0);
  for (const person of everybody)
    if (elsewhere(person) && city.hukouDistrictOf(person) === city.districtOf(person))
      apart[city.districtOf(person)]!++;
  const brought = apart.map((count, d) =>
    Math.max(BROUGHT, 1 - (targets.district(d, year).fromSameDistrict * scale) / Math.max(1, count)),
  );
  for (const person of everybody) {
    if (people.hukou[person]! >= 0) registered++;
    if (!elsewhere(person)) continue;
    const district = city.districtOf(person);
    const same = city.hukouDistrictOf(person) === district;
    if (random.uniform() < (same ? brought[district]! : BROUGHT)) bring(person);
  }
  shuffle(everybody, random);
  const wanted = Math.round(targets.registered(year) * scale);
  for (const person of everybody) {
    if (registered === wanted) return;
    const age = people.ageAt(person, start);
    const home = people.home[person]!;
    const register = people.hukou[person]!;
    if (registered > wanted && register >= 0 && home < 0 && age >= 17 && age < 55) {
      moveHukou(lives, person, dayInYear(lives, person, start, random.uniform()), OUTSIDE);
      registered--;
    } else if (registered < wanted && register < 0 && home >= 0) {
      bring(person);
      registered++;
    }
  }
}

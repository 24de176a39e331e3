import { AGES } from '#base';
import { censusDay } from '../calendar.ts';
import type { GrowingCity } from './city-state.ts';
import { living } from './city-state.ts';
import { endLife } from './deaths.ts';
import { nameFamilies } from './inherit.ts';
import { MARRIED, NOBODY, dayInYear, moveHome, moveHukou } from './people.ts';

/** How ready a woman is for another child, by children borne (proposal). */
const BY_PARITY = [1.5, 0.75, 0.22, 0.1] as const;
/** Not married, against married (proposal). */
const UNMARRIED = 0.05;
/** Women of the city who live outside, against those who live here (proposal: registered births are hardly more than residents'). */
const AWAY = 0.4;

/**
 * Births of a census year: each district's number spread over its women by age, children borne and marriage; women of
 * the city who live outside bear fewer. A child is entered in the hukou of its father or mother, mostly
 * within three months, some late; children of people from outside keep their origin.
 */
export function bear(city: GrowingCity, year: number): void {
  const { lives, targets, scale } = city;
  const { people } = lives;
  const random = city.stream(year, 4);
  const start = censusDay(year - 1);
  const districts = targets.districts.length;
  const women: number[] = [];
  const weight: number[] = [];
  const place: number[] = [];
  const sums = new Float64Array(districts + 1);
  for (const person of living(city)) {
    if (people.sex[person] === 1) continue;
    const age = people.ageAt(person, censusDay(year));
    if (age < 18 || age >= 48) continue;
    const at = city.districtOf(person);
    const shape = targets.fertility[Math.max(0, at) * AGES + age]!;
    const married = people.marital[person] === MARRIED ? 1 : UNMARRIED;
    const readiness = shape * married * BY_PARITY[Math.min(3, people.parity[person]!)]!;
    if (readiness === 0) continue;
    women.push(person);
    weight.push(readiness);
    place.push(at + 1);
    sums[at + 1]! += readiness;
  }
  const wanted = targets.births(year).map((births) => births * scale);
  const level = (AWAY * wanted.reduce((a, b) => a + b, 0)) / sums.subarray(1).reduce((a, b) => a + b, 0);
  const rate = sums.map((sum, at) => (at === 0 ? level : sum > 0 ? wanted[at - 1]! / sum : 0));
  // Systematic sampling: a birth whenever the running sum passes a whole number.
  const running = sums.map(() => random.uniform());
  const survival = targets.survival(year);
  const from = people.count;
  women.forEach((mother, i) => {
    const at = place[i]!;
    running[at]! += Math.min(0.95, weight[i]! * rate[at]!);
    if (running[at]! < 1) return;
    running[at]! -= 1;
    const twins = random.uniform() < 0.011 ? 2 : 1;
    const day = dayInYear(lives, mother, start, random.uniform());
    for (let k = 0; k < twins; k++) {
      const child = birth(
        city,
        mother,
        day,
        random.uniform() < targets.boys ? 1 : 0,
        random.uniform(),
        random.uniform(),
      );
      if (random.uniform() >= survival[people.sex[child]! * AGES]!)
        endLife(city, child, Math.min(start + 364, day + Math.floor(60 * random.uniform() ** 3)));
    }
    if (twins === 2) running[at]! -= 1;
  });
  nameFamilies(city, from, people.count);
}

function birth(city: GrowingCity, mother: number, day: number, sex: number, side: number, delay: number): number {
  const { lives } = city;
  const { people } = lives;
  const child = people.add(day, sex);
  people.mother[child] = mother;
  people.father[child] = people.spouse[mother]!;
  people.parity[mother]!++;
  people.noted[mother] = day;
  const father = people.spouse[mother]!;
  const parent =
    father !== NOBODY && people.hukou[father]! >= 0 && (side < 0.6 || people.hukou[mother]! < 0) ? father : mother;
  if (people.home[mother]! >= 0) moveHome(lives, child, day, people.home[mother]!);
  if (people.hukou[parent]! >= 0) {
    people.origin[child] = city.hukouDistrictOf(parent);
    const late = delay < 0.8 ? Math.floor(delay * 90) : delay < 0.97 ? 90 + Math.floor((delay - 0.8) * 1700) : 700;
    moveHukou(lives, child, day + 3 + late, people.hukou[parent]!);
    people.noted[child] = day;
  } else people.origin[child] = people.origin[parent]!;
  return child;
}

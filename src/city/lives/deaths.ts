import { AGES } from '#base';
import { NEVER, censusDay } from '../calendar.ts';
import type { GrowingCity } from './city-state.ts';
import { living } from './city-state.ts';
import { NOBODY, WIDOWED, dayInYear } from './people.ts';

/** Deaths of a census year by the year's survivorship; the spouse left is widowed. */
export function die(city: GrowingCity, year: number): void {
  const { lives, targets } = city;
  const { people } = lives;
  const survival = targets.survival(year);
  const random = city.stream(year, 1);
  const end = censusDay(year);
  const start = censusDay(year - 1);
  for (const person of living(city)) {
    const age = people.ageAt(person, end);
    if (random.uniform() < survival[people.sex[person]! * AGES + age]!) continue;
    endLife(city, person, dayInYear(lives, person, start, winterly(random.uniform())));
  }
}

/** Marks a death. */
export function endLife({ lives: { people } }: GrowingCity, person: number, day: number): void {
  people.died[person] = day;
  const spouse = people.spouse[person]!;
  if (spouse === NOBODY || people.died[spouse] !== NEVER) return;
  people.spouse[spouse] = NOBODY;
  people.marital[spouse] = WIDOWED;
  people.noted[spouse] = Math.max(people.noted[spouse]!, day);
}

/** More deaths at the beginning and the end of a year that starts in November: about a quarter above the summer's. */
const winterly = (u: number): number => Math.min(0.9999, Math.max(0, u + 0.03 * Math.sin(2 * Math.PI * u)));

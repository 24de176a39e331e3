import type { Random } from '#base';
import { random } from '#base';
import { NEVER } from '../calendar.ts';
import type { Places } from '../places.ts';
import { townshipWeights } from '../places.ts';
import type { Lives } from './people.ts';
import { emptyLives } from './people.ts';
import type { Targets } from './targets.ts';

/** A city as it was lived: what feeds and the truth are made of. */
export interface City {
  readonly lives: Lives;
  readonly places: Places;
}

/** What the steps of a year share. */
export interface GrowingCity extends City {
  readonly targets: Targets;
  /** Persons of the real city per simulated person, inverted: 1/20 is 0.05. */
  readonly scale: number;
  /** Stream of a step of a year. */
  stream(year: number, step: number): Random;
  /** District in which a person lives, or −1. */
  districtOf(person: number): number;
  /** District in which a person's hukou is, or −1. */
  hukouDistrictOf(person: number): number;
  townshipWeights(district: number, year: number): Float64Array;
}

export function newCity(seed: number, scale: number, places: Places, targets: Targets): GrowingCity {
  const lives = emptyLives(seed);
  const { people, homes, registers } = lives;
  const weights = new Map<number, Float64Array>();
  const districts = Uint8Array.from(places.townships, ({ district }) => district);
  return {
    lives,
    places,
    targets,
    scale,
    stream: (year, step) => random(seed, year, step),
    districtOf(person) {
      const home = people.home[person]!;
      return home < 0 ? -1 : districts[homes.township[home]!]!;
    },
    hukouDistrictOf(person) {
      const register = people.hukou[person]!;
      return register < 0 ? -1 : districts[registers.township[register]!]!;
    },
    townshipWeights(district, year) {
      const key = year * 100 + district;
      let found = weights.get(key);
      if (found === undefined) {
        found = townshipWeights(places, seed, district, targets.district(district, year).urbanShare);
        weights.set(key, found);
      }
      return found;
    },
  };
}

/** Everybody alive, in the order of the index. */
export function living(city: GrowingCity): Int32Array {
  const { died, count } = city.lives.people;
  const list = new Int32Array(count);
  let n = 0;
  for (let person = 0; person < count; person++) if (died[person] === NEVER) list[n++] = person;
  return list.subarray(0, n);
}

/** Who of some lives in each home now, in their order: members of home h stand from `start[h]` to before `start[h + 1]`. */
export function membersOfHomes(city: GrowingCity, persons = living(city)): { start: Int32Array; members: Int32Array } {
  const { people, homes } = city.lives;
  const { home } = people;
  const next = new Int32Array(homes.count + 1);
  for (const person of persons) if (home[person]! >= 0) next[home[person]! + 1]!++;
  for (let h = 0; h < homes.count; h++) next[h + 1]! += next[h]!;
  const start = next.slice();
  const members = new Int32Array(start[homes.count]!);
  for (const person of persons) if (home[person]! >= 0) members[next[home[person]!]!++] = person;
  return { start, members };
}

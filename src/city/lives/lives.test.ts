import { AGES, AREA_CELLS } from '#base';
import { defaultPack, readPack } from '#files';
import { beforeAll, describe, expect, test } from 'vitest';
import { NEVER, censusDay, dayOf } from '../calendar.ts';
import { identityNumbers, numberPeople } from '../identity-numbers.ts';
import { readPlaces } from '../places.ts';
import type { GrowingCity } from './city-state.ts';
import { COLLECTIVE_HOME, FAMILY_HOME, NOBODY } from './people.ts';
import { simulateLives } from './simulate.ts';
import { homeAt } from './state-at.ts';
import type { Targets } from './targets.ts';
import { cityTargets } from './targets.ts';

const SCALE = 1 / 20;

/** What is counted at a census of the simulated city. */
interface Counted {
  readonly cells: Float64Array;
  readonly registered: number;
  readonly strangers: number;
  readonly apart: number;
  readonly homes: number;
  readonly alone: number;
  readonly collective: number;
}

function count(city: GrowingCity, year: number): Counted {
  const { people, homes, registers } = city.lives;
  const cells = new Float64Array(city.targets.districts.length * AREA_CELLS);
  const size = new Map<number, number>();
  let [registered, strangers, apart, collective] = [0, 0, 0, 0];
  for (let person = 0; person < people.count; person++) {
    if (people.died[person] !== NEVER) continue;
    const register = people.hukou[person]!;
    if (register >= 0) registered++;
    const home = people.home[person]!;
    if (home < 0) continue;
    const district = city.districtOf(person);
    cells[(district * 2 + people.sex[person]!) * AGES + people.ageAt(person, censusDay(year))]!++;
    if (homes.kind[home] === COLLECTIVE_HOME) collective++;
    else size.set(home, (size.get(home) ?? 0) + 1);
    if (register < 0 && people.origin[person]! >= city.targets.districts.length) strangers++;
    if (
      register >= 0 &&
      city.hukouDistrictOf(person) === district &&
      registers.township[register] !== homes.township[home]
    )
      apart++;
  }
  const alone = [...size.values()].filter((members) => members === 1).length;
  return { cells, registered, strangers, apart, homes: size.size, alone, collective };
}

let city: GrowingCity;
let targets: Targets;
const counted = new Map<number, Counted>();

beforeAll(() => {
  const { pack } = readPack(defaultPack);
  targets = cityTargets(pack!);
  city = simulateLives(readPlaces(pack!), targets, {
    seed: 1,
    scale: SCALE,
    progress: (year, now) => {
      if (year === 2010 || year === 2020 || year === 2024) counted.set(year, count(now, year));
    },
  });
}, 120_000);

const total = (year: number, of: (district: ReturnType<Targets['district']>) => number): number =>
  SCALE * targets.districts.reduce((sum, _, d) => sum + of(targets.district(d, year)), 0);

describe('residents by district, sex and five years of age', () => {
  test.each([2010, 2020, 2024])('%i: closer to the census (or projection) than sampling would bring it', (year) => {
    const goal = targets.residents.get(year)!;
    const { cells } = counted.get(year)!;
    for (let row = 0; row < goal.length / AGES; row++)
      for (let from = 0; from < 95; from += 5) {
        let [mine, theirs] = [0, 0];
        for (let age = from; age < from + 5; age++) {
          mine += cells[row * AGES + age]!;
          theirs += goal[row * AGES + age]! * SCALE;
        }
        expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(2 + Math.sqrt(theirs));
      }
  });

  test('the city as a whole within 1 in 1,000', () => {
    for (const year of [2010, 2020, 2024]) {
      const sum = counted.get(year)!.cells.reduce((a, b) => a + b, 0);
      expect(Math.abs(sum / total(year, ({ residents }) => residents) - 1)).toBeLessThan(0.001);
    }
  });
});

const near = (value: number, goal: number, tolerance: number): void =>
  expect(Math.abs(value / goal - 1)).toBeLessThan(tolerance);

describe.each([2010, 2020])('%i', (year) => {
  test('registered population within 1 in 1,000', () => {
    near(counted.get(year)!.registered, targets.registered(year) * SCALE, 0.001);
  });
  test('residents from outside the city within 4 %', () => {
    near(
      counted.get(year)!.strangers,
      total(year, ({ fromProvince, fromOtherProvinces }) => fromProvince / 2 + fromOtherProvinces),
      0.04,
    );
  });
  test('residents away from the township of their hukou, same district, within 20 %', () => {
    near(
      counted.get(year)!.apart,
      total(year, ({ fromSameDistrict }) => fromSameDistrict),
      0.2,
    );
  });
  test('households, one-person households, people in collective homes within 1 %', () => {
    const now = counted.get(year)!;
    near(
      now.homes,
      total(year, ({ homes }) => homes),
      0.01,
    );
    near(
      now.alone,
      total(year, ({ onePersonHomes }) => onePersonHomes),
      0.01,
    );
    near(
      now.collective,
      total(year, ({ collectiveResidents }) => collectiveResidents),
      0.01,
    );
  });
});

test('births of residents and deaths of a year', () => {
  const { people } = city.lives;
  const [from, to] = [censusDay(2019), censusDay(2020)];
  let [births, deaths, expected] = [0, 0, 0];
  const survival = targets.survival(2020);
  for (let person = 0; person < people.count; person++) {
    const mother = people.mother[person]!;
    const born = people.born[person]!;
    if (born >= from && born < to && mother !== NOBODY && homeAt(city, mother, born - 1) >= 0) births++;
    if (people.died[person]! >= from && people.died[person]! < to) deaths++;
    if (born < from && people.died[person]! >= from)
      expected += 1 - survival[people.sex[person]! * AGES + people.ageAt(person, to)]!;
  }
  const goal = targets.births(2020).reduce((a, b) => a + b, 0) * SCALE;
  expect(Math.abs(births - goal)).toBeLessThan(0.05 * goal);
  // Those who come during the year are at risk too: a little more than a year's expectation.
  expect(Math.abs(deaths - expected)).toBeLessThan(5 * Math.sqrt(expected));
});

test('lives are possible: parents, spouses, order of spells', () => {
  const { people, spells } = city.lives;
  const wrong: string[] = [];
  for (let person = 0; person < people.count; person++) {
    const mother = people.mother[person]!;
    if (mother !== NOBODY) {
      const age = (people.born[person]! - people.born[mother]!) / 365.25;
      if (age < 14 || age > 60 || people.born[person]! > people.died[mother]!) wrong.push(`mother of ${person}`);
    }
    const spouse = people.spouse[person]!;
    if (spouse !== NOBODY && people.died[person] === NEVER && people.spouse[spouse] !== person)
      wrong.push(`spouse of ${person}`);
    const later = [NEVER, NEVER, NEVER];
    for (let spell = people.lastSpell[person]!; spell >= 0; spell = spells.before[spell]!) {
      const about = spells.about[spell]!;
      if (spells.from[spell]! > later[about]!) wrong.push(`spells of ${person}`);
      later[about] = spells.from[spell]!;
    }
  }
  expect(wrong.slice(0, 10)).toEqual([]);
});

test('every home has a township, and nobody under 15 lives alone', () => {
  const { people, homes } = city.lives;
  const size = new Map<number, number>();
  let children = 0;
  for (let person = 0; person < people.count; person++)
    if (people.died[person] === NEVER && people.home[person]! >= 0)
      size.set(people.home[person]!, (size.get(people.home[person]!) ?? 0) + 1);
  for (let person = 0; person < people.count; person++) {
    const home = people.home[person]!;
    if (people.died[person] !== NEVER || home < 0 || homes.kind[home] !== FAMILY_HOME) continue;
    if (size.get(home) === 1 && people.born[person]! > dayOf(2011, 11, 1)) children++;
  }
  expect(children / size.size).toBeLessThan(0.005);
});

test('everybody has a number of his own', () => {
  const numbers = identityNumbers(city, numberPeople(city));
  const seen = new Set<string>();
  for (let person = 0; person < city.lives.people.count; person++) seen.add(numbers.of(person));
  expect(seen.size).toBe(city.lives.people.count);
});

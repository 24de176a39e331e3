import { AGES, AREA_CELLS } from '#base';
import { censusDay } from '../calendar.ts';
import { cumulative, pick, roundRunning } from '../chance.ts';
import { drawTownship } from '../places.ts';
import type { GrowingCity } from './city-state.ts';
import { everMarried, noteUnion } from './earlier-unions.ts';
import { nameFamilies } from './inherit.ts';
import {
  BEREAVED,
  DIVORCED,
  FAMILY_HOME,
  MARRIED,
  NOBODY,
  PARTED,
  UNION,
  WIDOWED,
  moveHome,
  moveHukou,
} from './people.ts';
import { settleHomes } from './settle-homes.ts';
import { FIRST_YEAR } from './targets.ts';

const FOUNDED = censusDay(FIRST_YEAR);
const YEAR = 365.2425;
const AWAY = -1;

/** How ready people of an age are to live elsewhere than their hukou says: arrivals, and those who left (proposal). */
const arrivalsByAge = (age: number): number => (age < 15 ? 0.6 : age < 25 ? 2 : age < 40 ? 1.6 : age < 60 ? 0.7 : 0.4);
const absenceByAge = (age: number): number =>
  age < 15 ? 0.35 : age < 20 ? 1 : age < 35 ? 2.5 : age < 45 ? 1.8 : age < 55 ? 0.8 : 0.12;

/** People whose hukou is in one district, or who live in one and have theirs outside: who marries and descends from whom. */
interface Pool {
  readonly members: number[];
  readonly local: boolean;
}

/**
 * The city on 1 November 2010: residents by district, sex and age as counted, those away so that the registered are as
 * many as published; couples, parents, hukou households and homes laid over them.
 */
export function foundCity(city: GrowingCity): void {
  const place = new Int16Array(Math.ceil(city.targets.registered(FIRST_YEAR) * city.scale * 1.3) + 1024);
  const pools = peoplePools(city, place);
  for (const [index, pool] of pools.entries()) {
    marry(city, pool, place, index);
    findParents(city, pool, place, index);
    divorceSome(city, pool, index);
    const { root, unit } = hukouHouseholds(city, pool, index);
    houses(city, pool, place, index, root, unit);
  }
  nameFamilies(city, 0, city.lives.people.count);
  settleHomes(city, FIRST_YEAR, FOUNDED);
}

function peoplePools(city: GrowingCity, place: Int16Array): Pool[] {
  const { lives, targets, scale } = city;
  const { people } = lives;
  const random = city.stream(FIRST_YEAR, 1);
  const counted = targets.residents.get(FIRST_YEAR)!;
  const districts = targets.districts.map((_, d) => d);
  const pools: Pool[] = [
    ...districts.map((): Pool => ({ members: [], local: true })),
    ...districts.map((): Pool => ({ members: [], local: false })),
  ];
  const born = (age: number): number => Math.round(FOUNDED - (age + 0.002 + 0.996 * random.uniform()) * YEAR) - 1;
  const absent = districts.map((d) => {
    const here = targets.district(d, FIRST_YEAR);
    const strangers = here.fromProvince + here.fromOtherProvinces;
    return Math.max(0, targets.registeredByDistrict[d]! - here.residents + strangers);
  });
  const add = (pool: Pool, age: number, sex: number, at: number): void => {
    const person = people.add(born(age), sex);
    place[person] = at;
    pool.members.push(person);
  };
  for (const d of districts) {
    const target = targets.district(d, FIRST_YEAR);
    const own = counted.subarray(d * AREA_CELLS, (d + 1) * AREA_CELLS);
    const strangers = target.fromProvince + target.fromOtherProvinces;
    const outside = (target.fromProvince / 2 + target.fromOtherProvinces) / strangers;
    let propensity = 0;
    for (let i = 0; i < own.length; i++) propensity += own[i]! * arrivalsByAge(i % AGES);
    const others = cumulative(absent.map((value, other) => (other === d ? 0 : value)));
    const whole = roundRunning(
      own.map((value) => value * scale),
      random.uniform(),
    );
    whole.forEach((count, i) => {
      const age = i % AGES;
      const share = Math.min(0.9, (strangers / propensity) * arrivalsByAge(age));
      for (let k = 0; k < count; k++) {
        const stranger = random.uniform() < share;
        const pool = !stranger
          ? pools[d]!
          : random.uniform() < outside
            ? pools[districts.length + d]!
            : pools[pick(others, random.uniform())]!;
        add(pool, age, i < AGES ? 0 : 1, d);
      }
    });
  }
  const shape = new Float64Array(AREA_CELLS);
  counted.forEach((value, i) => (shape[i % AREA_CELLS]! += value * absenceByAge(i % AGES)));
  const all = shape.reduce((a, b) => a + b, 0);
  for (const d of districts) {
    const missing = Math.max(0, targets.registeredByDistrict[d]! * scale - pools[d]!.members.length);
    roundRunning(
      shape.map((value) => (value / all) * missing),
      random.uniform(),
    ).forEach((count, i) => {
      for (let k = 0; k < count; k++) add(pools[d]!, i % AGES, i < AGES ? 0 : 1, AWAY);
    });
  }
  return pools;
}

const ageOf = (city: GrowingCity, person: number): number => city.lives.people.ageAt(person, FOUNDED);

/** Persons by place (AWAY first) and age. */
function buckets(city: GrowingCity, members: readonly number[], place: Int16Array): number[][][] {
  const table = Array.from({ length: city.targets.districts.length + 1 }, () =>
    Array.from({ length: AGES }, (): number[] => []),
  );
  for (const person of members) table[place[person]! + 1]![ageOf(city, person)]!.push(person);
  return table;
}

/** Husbands for the ever-married women of a pool, mostly from the same place and 2 ± 2.5 years older. */
function marry(city: GrowingCity, { members }: Pool, place: Int16Array, index: number): void {
  const { people } = city.lives;
  const random = city.stream(FIRST_YEAR, 100 + index);
  const men = buckets(
    city,
    members.filter((person) => people.sex[person] === 1),
    place,
  );
  const find = (at: number, age: number): number => {
    for (let step = 0; step <= 16; step++) {
      const wanted = age + (step % 2 === 1 ? (step + 1) / 2 : -step / 2);
      if (wanted < 20 || wanted >= AGES) continue;
      const bucket = men[at]![wanted]!;
      if (bucket.length > 0) return bucket.pop()!;
    }
    return NOBODY;
  };
  const women = members.filter((person) => people.sex[person] === 0);
  for (const woman of women) {
    const age = ageOf(city, woman);
    if (random.uniform() >= everMarried(age)) continue;
    const wanted = Math.round(age + 2 + 2.5 * random.normal());
    const own = place[woman]! + 1;
    const together = random.uniform() < 0.93;
    let husband = find(together ? own : 0, wanted);
    if (husband === NOBODY && random.uniform() < 0.5) husband = find(together ? 0 : own, wanted);
    if (husband === NOBODY) {
      if (age >= 40) bereave(city, woman);
      continue;
    }
    people.spouse[woman] = husband;
    people.spouse[husband] = woman;
    people.marital[woman] = people.marital[husband] = MARRIED;
    noteUnion(city, woman, husband, FOUNDED, random.uniform());
  }
  for (const person of members)
    if (people.sex[person] === 1 && people.spouse[person] === NOBODY && ageOf(city, person) >= 60)
      if (random.uniform() < 0.85) bereave(city, person);
}

/** Widowed before the city's first day: the spouse is not known. */
function bereave({ lives }: GrowingCity, person: number): void {
  lives.people.marital[person] = WIDOWED;
  lives.spells.add(lives.people, person, FOUNDED - 1, UNION, BEREAVED);
}

/** Mothers among the women of a pool: children mostly in the same place, grown people anywhere. */
function findParents(city: GrowingCity, { members }: Pool, place: Int16Array, index: number): void {
  const { people } = city.lives;
  const random = city.stream(FIRST_YEAR, 200 + index);
  const mothers = buckets(
    city,
    members.filter((person) => people.sex[person] === 0 && people.marital[person] !== 0),
    place,
  );
  const places = mothers.map((_, at) => at);
  for (const person of members) {
    const age = ageOf(city, person);
    const mean = age < 20 ? 25.5 : 24.5;
    for (let attempt = 0; attempt < 8; attempt++) {
      const motherAge = Math.round(age + Math.min(44, Math.max(18, mean + 4.3 * random.normal())));
      if (motherAge >= AGES) continue;
      const own = place[person]! + 1;
      const at =
        age < 18 && attempt < 5
          ? random.uniform() < 0.8
            ? own
            : 0
          : random.uniform() < 0.6
            ? own
            : places[random.below(places.length)]!;
      const bucket = mothers[at]![motherAge]!;
      if (bucket.length === 0) continue;
      const mother = bucket[random.below(bucket.length)]!;
      const limit = motherAge > 60 ? 5 : motherAge > 45 ? 3 : random.uniform() < 0.25 ? 3 : 2;
      if (people.parity[mother]! >= limit) continue;
      people.parity[mother]!++;
      people.mother[person] = mother;
      people.father[person] = people.spouse[mother]!;
      break;
    }
  }
}

function divorceSome(city: GrowingCity, { members }: Pool, index: number): void {
  const { lives } = city;
  const { people } = lives;
  const random = city.stream(FIRST_YEAR, 300 + index);
  for (const person of members) {
    const spouse = people.spouse[person]!;
    if (spouse === NOBODY || people.sex[person] === 1 || random.uniform() >= 0.022) continue;
    people.spouse[person] = people.spouse[spouse] = NOBODY;
    people.marital[person] = people.marital[spouse] = DIVORCED;
    const day = Math.round(FOUNDED - random.uniform() * 2500);
    lives.spells.add(people, person, day, UNION, PARTED);
    lives.spells.add(people, spouse, day, UNION, PARTED);
  }
}

/**
 * Hukou households: a couple with its unmarried children; one married son in a family stays in his parents' household
 * (45 in 100), and so do most of the widowed with a child's. Gives each person the head of its unit and of its household.
 */
function hukouHouseholds(
  city: GrowingCity,
  { members, local }: Pool,
  index: number,
): { root: Map<number, number>; unit: Map<number, number> } {
  const { lives, places, targets } = city;
  const { people } = lives;
  const random = city.stream(FIRST_YEAR, 400 + index);
  const district = index % targets.districts.length;
  const weights = city.townshipWeights(district, FIRST_YEAR);
  const unit = new Map<number, number>();
  const root = new Map<number, number>();
  const taken = new Set<number>();
  const register = new Map<number, number>();
  const known = (person: number): boolean => person !== NOBODY && root.has(person);
  for (const person of members.toSorted((a, b) => people.born[a]! - people.born[b]!)) {
    if (root.has(person)) continue;
    const parent = known(people.father[person]!) ? people.father[person]! : people.mother[person]!;
    const single = people.marital[person] === 0;
    let head = person;
    let top = person;
    if (single && known(parent) && random.uniform() < 0.93) {
      head = unit.get(parent)!;
      top = root.get(parent)!;
    } else if (!single && people.sex[person] === 1 && known(parent) && !taken.has(parent) && random.uniform() < 0.45) {
      taken.add(parent);
      top = root.get(parent)!;
    }
    const spouse = people.spouse[person]!;
    const couple = spouse === NOBODY || root.has(spouse) ? [person] : [person, spouse];
    if (top === person) {
      const origin = random.uniform() < outsideProvince(city, district) ? 'other' : 'sameProvince';
      const near = local && known(parent) && random.uniform() < 0.92 ? register.get(root.get(parent)!) : undefined;
      register.set(
        person,
        local
          ? lives.registers.add(
              near === undefined
                ? drawTownship(places, district, weights, random.uniform())
                : lives.registers.township[near]!,
              0,
            )
          : pick(places.originWeights[origin], random.uniform()) + targets.districts.length,
      );
    }
    for (const one of couple) {
      unit.set(one, head);
      root.set(one, top);
      if (local) {
        people.origin[one] = district;
        moveHukou(lives, one, people.born[one]!, register.get(top)!);
      } else people.origin[one] = register.get(top)!;
    }
  }
  return { root, unit };
}

/** Share of people from outside the city who come from other provinces. */
function outsideProvince(city: GrowingCity, district: number): number {
  const { fromProvince, fromOtherProvinces } = city.targets.district(district, FIRST_YEAR);
  return fromOtherProvinces / (fromProvince / 2 + fromOtherProvinces);
}

/** Homes of a pool: those of a unit who are in one place live together; a child without its parents lives with kin. */
function houses(
  city: GrowingCity,
  { members, local }: Pool,
  place: Int16Array,
  index: number,
  root: ReadonlyMap<number, number>,
  unit: ReadonlyMap<number, number>,
): void {
  const { lives, places, targets } = city;
  const { people, homes, registers } = lives;
  const random = city.stream(FIRST_YEAR, 500 + index);
  const district = index % targets.districts.length;
  const target = targets.district(district, FIRST_YEAR);
  // Most of those in collective homes (settled later) live away from their township too.
  const apart = Math.max(0, target.fromSameDistrict - 0.8 * target.collectiveResidents);
  const moved = (0.6 * apart) / Math.max(1, target.residents - target.fromProvince - target.fromOtherProvinces);
  const homeOf = new Map<string, number>();
  const adultHome = new Map<string, number>();
  const oldestFirst = members.toSorted((a, b) => people.born[a]! - people.born[b]!);
  for (const person of oldestFirst) {
    const at = place[person]!;
    if (at === AWAY) continue;
    const key = `${unit.get(person)!} ${at}`;
    const household = `${root.get(person)!} ${at}`;
    let home = homeOf.get(key);
    if (home === undefined && ageOf(city, person) < 18) home = adultHome.get(household) ?? kinHome(city, person, at);
    if (home === undefined) {
      const own = local && at === district;
      const township =
        own && random.uniform() >= moved
          ? registers.township[people.hukou[person]!]!
          : drawTownship(places, at, city.townshipWeights(at, FIRST_YEAR), random.uniform() ** (own ? 1.3 : 1));
      home = homes.add(township, FAMILY_HOME);
    }
    homeOf.set(key, home);
    if (!adultHome.has(household)) adultHome.set(household, home);
    moveHome(lives, person, FOUNDED, home);
  }
}

/** Home of a grandparent or parent in a district, or none. */
function kinHome(city: GrowingCity, person: number, district: number): number | undefined {
  const { people } = city.lives;
  const parents = [people.mother[person]!, people.father[person]!].filter((one) => one !== NOBODY);
  const kin = [...parents, ...parents.flatMap((one) => [people.mother[one]!, people.father[one]!])];
  const found = kin.find((one) => one !== NOBODY && city.districtOf(one) === district);
  return found === undefined ? undefined : people.home[found]!;
}

import { AGES, AREA_CELLS } from '#base';
import type { Random } from '#base';
import { NEVER, censusDay } from '../calendar.ts';
import { cumulative, pick, shuffle } from '../chance.ts';
import { drawTownship } from '../places.ts';
import type { GrowingCity } from './city-state.ts';
import { living } from './city-state.ts';
import { everMarried, noteUnion } from './earlier-unions.ts';
import { nameFamilies } from './inherit.ts';
import { FAMILY_HOME, MARRIED, NOBODY, OUTSIDE, dayInYear, moveHome } from './people.ts';
import { CENSUS_YEAR } from './targets.ts';

/** Residents who leave the city in a year and are replaced by others of their kind, at the ages that move most (proposal). */
const TURNOVER = 0.02;
const turnoverAt = (age: number): number => TURNOVER * (age < 16 ? 0.5 : age < 40 ? 1.6 : age < 55 ? 0.8 : 0.15);
/** Of what one district has too many of and another too few, how much moves straight from one to the other (proposal). */
const INSIDE = 0.5;

/** The year's moves: who still has to come or go in each cell, and who is there to do it. */
interface Moving {
  readonly city: GrowingCity;
  readonly year: number;
  readonly random: Random;
  /** Persons to come (positive) or to go (negative) by district x sex x age. */
  readonly need: Int32Array;
  /** Those in each cell, in random order; and those away by hukou district. */
  readonly here: number[][];
  readonly away: number[][];
  /** Residents from outside the city by district, and how many there ought to be. */
  readonly strangers: number[];
  readonly wantedStrangers: readonly number[];
  readonly moved: Set<number>;
  /** Newcomers from outside who are married to somebody still to come, by district x sex. */
  readonly waiting: number[][];
}

/**
 * Moves of a census year. Residents by district, sex and age are led to the next census (an equal part of what is missing
 * each year), after it to the reference scenario's: the surplus of one district goes to another, or out; what is missing
 * comes back, or in from outside. Families go together as far as their own cells allow; a turnover of equals is added.
 */
export function move(city: GrowingCity, year: number): void {
  const { people } = city.lives;
  const random = city.stream(year, 5);
  const from = people.count;
  const moving = prepare(city, year, random);
  const order = Array.from({ length: moving.need.length }, (_, i) => i);
  shuffle(order, random);
  for (const cell of order)
    for (let guard = 0; moving.need[cell]! < 0 && guard < 1e6; guard++) if (!leave(moving, cell)) break;
  for (const cell of order) for (let guard = 0; moving.need[cell]! > 0 && guard < 1e6; guard++) arrive(moving, cell);
  turnOver(moving);
  nameFamilies(city, from, people.count);
}

const cellOf = (moving: Moving, person: number, district: number): number =>
  (district * 2 + moving.city.lives.people.sex[person]!) * AGES +
  moving.city.lives.people.ageAt(person, censusDay(moving.year));

function prepare(city: GrowingCity, year: number, random: Random): Moving {
  const { lives, targets, scale } = city;
  const { people } = lives;
  const districts = targets.districts.length;
  const cells = districts * AREA_CELLS;
  const moving: Moving = {
    city,
    year,
    random,
    need: new Int32Array(cells),
    here: Array.from({ length: cells }, () => []),
    away: Array.from({ length: cells }, () => []),
    strangers: targets.districts.map(() => 0),
    wantedStrangers: targets.districts.map((_, d) => {
      const target = targets.district(d, year);
      return (target.fromProvince / 2 + target.fromOtherProvinces) * scale;
    }),
    moved: new Set(),
    waiting: Array.from({ length: districts * 2 }, () => []),
  };
  for (const person of living(city)) {
    const at = city.districtOf(person);
    if (at >= 0) {
      moving.here[cellOf(moving, person, at)]!.push(person);
      if (people.hukou[person]! < 0 && people.origin[person]! >= districts) moving.strangers[at]!++;
    } else {
      const own = city.hukouDistrictOf(person);
      if (own >= 0) moving.away[cellOf(moving, person, own)]!.push(person);
    }
  }
  for (const list of [...moving.here, ...moving.away]) shuffle(list, random);
  const wanted = new Float64Array(cells);
  const goal = targets.residents.get(Math.max(year, CENSUS_YEAR))!;
  const ahead = Math.max(0, CENSUS_YEAR - year);
  for (let cell = 0; cell < cells; cell++) {
    const age = cell % AGES;
    const sex = Math.floor(cell / AGES) % 2;
    const now = moving.here[cell]!.length;
    if (age + ahead >= AGES - 1) continue;
    let survival = 1;
    for (let k = 1; k <= ahead; k++) survival *= targets.survival(year + k)[sex * AGES + age + k]!;
    wanted[cell] = (goal[cell + ahead]! * scale - now * survival) / (ahead + 1) / Math.sqrt(survival);
  }
  // Rounded so that running sums over the ages of a district hold.
  let carried = random.uniform() - 0.5;
  for (let cell = 0; cell < cells; cell++) {
    carried += wanted[cell]!;
    const whole = Math.round(carried);
    moving.need[cell] = Math.max(whole, -moving.here[cell]!.length);
    carried -= whole;
  }
  return moving;
}

/** Somebody of a cell goes, with those of the family whose cells have too many as well. False when nobody is left. */
function leave(moving: Moving, cell: number): boolean {
  const { city, need, random, moved } = moving;
  const from = Math.floor(cell / AREA_CELLS);
  const list = moving.here[cell]!;
  const others = city.targets.districts.map((_, d) =>
    d !== from && random.uniform() < INSIDE ? Math.max(0, need[cell + (d - from) * AREA_CELLS]!) : 0,
  );
  const total = others.reduce((a, b) => a + b, 0);
  const to = total > 0 ? pick(cumulative(others), random.uniform()) : OUTSIDE;
  // Whoever came from outside goes first where there are more than the year has.
  const tooMany = to === OUTSIDE && moving.strangers[from]! > moving.wantedStrangers[from]!;
  let person = next(moving, list, from);
  for (let tries = 0; person !== NOBODY && tries < 6; tries++) {
    if (to !== OUTSIDE || isStranger(moving, person) === tooMany) break;
    list.unshift(person);
    person = next(moving, list, from);
  }
  if (person === NOBODY) return false;
  const party = [person, ...family(moving, person, from).filter((one) => need[cellOf(moving, one, from)]! < 0)];
  const taken = new Map<number, number>();
  const going = party.filter((one) => {
    const own = cellOf(moving, one, from);
    const used = taken.get(own) ?? 0;
    const room = -need[own]! - used;
    const there = to === OUTSIDE ? 1 : need[own + (to - from) * AREA_CELLS]! - used;
    if (one !== person && (room <= 0 || there <= 0)) return false;
    taken.set(own, used + 1);
    return true;
  });
  for (const one of going) {
    const own = cellOf(moving, one, from);
    need[own]!++;
    if (to !== OUTSIDE) need[own + (to - from) * AREA_CELLS]!--;
    moved.add(one);
    if (isStranger(moving, one)) {
      moving.strangers[from]!--;
      if (to !== OUTSIDE) moving.strangers[to]!++;
    }
  }
  if (to === OUTSIDE) depart(moving, going);
  else settle(moving, going, to);
  return true;
}

/** Next of a list who lives in the district and has not moved this year. */
function next({ city, moved }: Moving, list: number[], district: number): number {
  for (let person = list.pop(); person !== undefined; person = list.pop())
    if (!moved.has(person) && city.districtOf(person) === district) return person;
  return NOBODY;
}

const isStranger = ({ city }: Moving, person: number): boolean =>
  city.lives.people.hukou[person]! < 0 && city.lives.people.origin[person]! >= city.targets.districts.length;

/** Spouse and children under 18 who live with somebody (half the time all of them stay behind). */
function family(moving: Moving, person: number, district: number): number[] {
  const { city, random, moved } = moving;
  const { people } = city.lives;
  if (random.uniform() < 0.5) return [];
  const home = people.home[person]!;
  const spouse = people.spouse[person]!;
  const kin: number[] = [];
  if (spouse !== NOBODY && people.home[spouse] === home) kin.push(spouse);
  const age = people.ageAt(person, censusDay(moving.year));
  for (let younger = Math.max(0, age - 45); younger < Math.min(18, age - 17); younger++)
    for (let sex = 0; sex < 2; sex++)
      for (const child of moving.here[(district * 2 + sex) * AGES + younger]!)
        if (people.home[child] === home && (people.mother[child] === person || people.father[child] === person))
          kin.push(child);
  return kin.filter((one) => !moved.has(one) && city.districtOf(one) === district);
}

function depart(moving: Moving, going: readonly number[]): void {
  const { lives } = moving.city;
  const start = censusDay(moving.year - 1);
  const day = partyDay(moving, going, start);
  for (const one of going) moveHome(lives, one, day, OUTSIDE);
}

/** One day for a party, after everything noted of any of them. */
const partyDay = (moving: Moving, party: readonly number[], start: number): number =>
  Math.max(...party.map((one) => dayInYear(moving.city.lives, one, start, moving.random.uniform() * 0.9)));

/** A party takes a home in a district: with a spouse who is there, with kin, or one of its own. */
function settle(moving: Moving, party: readonly number[], district: number): void {
  const { city, year, random } = moving;
  const { lives, places } = city;
  const { people, homes, registers } = lives;
  const first = party[0]!;
  const spouse = people.spouse[first]!;
  const child = people.ageAt(first, censusDay(year)) < 18;
  const parents = [people.father[first]!, people.mother[first]!];
  const kin = [
    ...(spouse === NOBODY || party.includes(spouse) ? [] : [spouse]),
    ...(child || random.uniform() < 0.35 ? parents : []),
    ...(child
      ? parents.filter((one) => one !== NOBODY).flatMap((one) => [people.mother[one]!, people.father[one]!])
      : []),
  ].find((one) => one !== NOBODY && people.died[one] === NEVER && city.districtOf(one) === district);
  const register = people.hukou[first]!;
  const own = register >= 0 && city.hukouDistrictOf(first) === district && random.uniform() < 0.5;
  const home =
    kin === undefined
      ? child
        ? anyHome(moving, district, first)
        : homes.add(
            own
              ? registers.township[register]!
              : drawTownship(places, district, city.townshipWeights(district, year), random.uniform()),
            FAMILY_HOME,
          )
      : people.home[kin]!;
  const day = partyDay(moving, party, censusDay(year - 1));
  for (const one of party) moveHome(lives, one, day, home);
}

/** A child who comes without parents lives with a couple that has come too, or with some family of the district. */
function anyHome(moving: Moving, district: number, child: number): number {
  const { city, random } = moving;
  const { people } = city.lives;
  const age = people.ageAt(child, censusDay(moving.year));
  for (let tries = 0; tries < 40; tries++) {
    const list = moving.here[(district * 2 + 0) * AGES + Math.min(AGES - 1, age + 22 + random.below(14))]!;
    const host = list[random.below(list.length)];
    if (host !== undefined && city.districtOf(host) === district) return people.home[host]!;
  }
  return city.lives.homes.add(
    drawTownship(city.places, district, city.townshipWeights(district, moving.year), random.uniform()),
    FAMILY_HOME,
  );
}

/** Somebody comes into a cell: from outside while there are too few strangers, else one of those away comes back. */
function arrive(moving: Moving, cell: number): void {
  const { city, need, moved } = moving;
  const { people } = city.lives;
  const district = Math.floor(cell / AREA_CELLS);
  const stranger = moving.strangers[district]! < moving.wantedStrangers[district]!;
  const back = stranger ? NOBODY : nextAway(moving, cell);
  const person = back === NOBODY ? immigrant(moving, cell) : back;
  need[cell]!--;
  moved.add(person);
  const party = [person];
  if (back !== NOBODY) {
    const spouse = people.spouse[person]!;
    const others = [spouse].filter(
      (one) =>
        one !== NOBODY && people.home[one] === OUTSIDE && !moved.has(one) && need[cellOf(moving, one, district)]! > 0,
    );
    for (const one of others) {
      need[cellOf(moving, one, district)]!--;
      moved.add(one);
      party.push(one);
    }
  } else moving.strangers[district]!++;
  settle(moving, party, district);
}

function nextAway(moving: Moving, cell: number): number {
  const list = moving.away[cell]!;
  const { people } = moving.city.lives;
  for (let person = list.pop(); person !== undefined; person = list.pop())
    if (!moving.moved.has(person) && people.home[person] === OUTSIDE && people.died[person] === NEVER) return person;
  return NOBODY;
}

/** A new person from outside; a woman's or a man's children and spouse come as persons of their own cells. */
function immigrant(moving: Moving, cell: number): number {
  const { city, random, year } = moving;
  const { people } = city.lives;
  const district = Math.floor(cell / AREA_CELLS);
  const sex = Math.floor(cell / AGES) % 2;
  const age = cell % AGES;
  const born = Math.round(censusDay(year) - (age + 0.002 + 0.996 * random.uniform()) * 365.2425) - 1;
  const person = people.add(born, sex);
  const target = city.targets.district(district, year);
  const other = target.fromOtherProvinces / (target.fromProvince / 2 + target.fromOtherProvinces);
  const weights = city.places.originWeights[random.uniform() < other ? 'other' : 'sameProvince'];
  people.origin[person] = city.targets.districts.length + pick(weights, random.uniform());
  people.noted[person] = Math.max(born, censusDay(year - 1));
  if (age < 18) adopt(moving, person, district, age);
  else if (random.uniform() < everMarried(age)) pairUp(moving, person, district);
  return person;
}

/** Newcomers who are married find each other among those who come to a district in the same year. */
function pairUp(moving: Moving, person: number, district: number): void {
  const { people } = moving.city.lives;
  const sex = people.sex[person]!;
  const others = moving.waiting[district * 2 + 1 - sex]!;
  const found = others.findLastIndex((other) => Math.abs(people.born[other]! - people.born[person]!) < 7 * 365);
  if (found < 0) {
    moving.waiting[district * 2 + sex]!.push(person);
    return;
  }
  const [spouse] = others.splice(found, 1) as [number];
  people.spouse[person] = spouse;
  people.spouse[spouse] = person;
  people.marital[person] = people.marital[spouse] = MARRIED;
  const [wife, husband] = sex === 0 ? [person, spouse] : [spouse, person];
  noteUnion(moving.city, wife, husband, censusDay(moving.year - 1), moving.random.uniform());
}

/** A parent for a child from outside: a woman from outside of a mother's age in the district, if there is one. */
function adopt(moving: Moving, child: number, district: number, age: number): void {
  const { city, random } = moving;
  const { people } = city.lives;
  for (let tries = 0; tries < 30; tries++) {
    const list = moving.here[district * AREA_CELLS + Math.min(AGES - 1, age + 20 + random.below(16))]!;
    const mother = list[random.below(list.length)];
    if (mother === undefined || people.parity[mother]! >= 3 || !isStranger(moving, mother)) continue;
    people.mother[child] = mother;
    people.father[child] = people.spouse[mother]!;
    people.parity[mother]!++;
    people.origin[child] = people.origin[mother]!;
    return;
  }
}

/** As many of a cell leave as come back or in, so that spells end and begin where the counts stand still. */
function turnOver(moving: Moving): void {
  const { random } = moving;
  for (let cell = 0; cell < moving.here.length; cell++) {
    const list = moving.here[cell]!;
    const district = Math.floor(cell / AREA_CELLS);
    const expected = list.length * turnoverAt(cell % AGES);
    const count = Math.floor(expected + random.uniform());
    for (let k = 0; k < count; k++) {
      const person = next(moving, list, district);
      if (person === NOBODY) break;
      moving.moved.add(person);
      if (isStranger(moving, person)) moving.strangers[district]!--;
      depart(moving, [person]);
      moving.need[cell]!++;
      arrive(moving, cell);
    }
  }
}

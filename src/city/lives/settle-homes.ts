import type { Day } from '../calendar.ts';
import { NEVER, censusDay } from '../calendar.ts';
import { shuffle } from '../chance.ts';
import { drawTownship } from '../places.ts';
import type { GrowingCity } from './city-state.ts';
import { membersOfHomes } from './city-state.ts';
import { COLLECTIVE_HOME, FAMILY_HOME, MARRIED, NOBODY, dayInYear, moveHome } from './people.ts';

/** Persons of one collective home (dormitory, site, care home): proposal. */
const COLLECTIVE_SIZE = 40;

/** Homes of a district while they are being rearranged. */
interface Settling {
  readonly city: GrowingCity;
  readonly district: number;
  readonly year: number;
  /** Adults and children living in the district, in random order. */
  readonly residents: Int32Array;
  /** Persons by home. */
  readonly size: Int32Array;
  homes: number;
  single: number;
  readonly day: (person: number) => Day;
  readonly random: ReturnType<GrowingCity['stream']>;
}

/**
 * Brings each district's homes to the number of households, of one-person households and of people in collective homes
 * that the year asks for: the lone join kin, or people take a home of their own; couples join their parents or part from them.
 */
export function settleHomes(city: GrowingCity, year: number, founded?: Day): void {
  const { people, homes } = city.lives;
  const districts = city.targets.districts.length;
  const residents: number[][] = Array.from({ length: districts }, () => []);
  const size = new Int32Array(homes.count * 2 + 4096 + Math.ceil(people.count / 2));
  for (let person = 0; person < people.count; person++) {
    const home = people.home[person]!;
    if (people.died[person] !== NEVER || home < 0) continue;
    size[home]!++;
    residents[city.districtOf(person)]!.push(person);
  }
  const counted = new Uint8Array(size.length);
  for (let district = 0; district < districts; district++) {
    const random = city.stream(year, 600 + district);
    const own = Int32Array.from(residents[district]!);
    shuffle(own, random);
    const start = censusDay(year - 1);
    const settling: Settling = {
      city,
      district,
      year,
      residents: own,
      size,
      homes: 0,
      single: 0,
      day: founded === undefined ? (person) => dayInYear(city.lives, person, start, random.uniform()) : () => founded,
      random,
    };
    const target = city.targets.district(district, year);
    takeInChildren(settling);
    settleCollective(settling, target.collectiveResidents * city.scale);
    count(settling, counted);
    const singles = Math.round(target.onePersonHomes * city.scale);
    const wanted = Math.round(target.homes * city.scale);
    fewerSingles(settling, singles);
    moreSingles(settling, singles);
    fewerHomes(settling, wanted);
    moreHomes(settling, wanted);
  }
}

function count(settling: Settling, counted: Uint8Array): void {
  const { people, homes } = settling.city.lives;
  settling.homes = settling.single = 0;
  for (const person of settling.residents) {
    const home = people.home[person]!;
    if (homes.kind[home] !== FAMILY_HOME || counted[home] === 1) continue;
    counted[home] = 1;
    settling.homes++;
    if (settling.size[home] === 1) settling.single++;
  }
}

/** Moves a person between homes of the district and keeps the counts. */
function rehouse(settling: Settling, person: number, to: number): void {
  const { lives } = settling.city;
  const { size } = settling;
  const from = lives.people.home[person]!;
  if (from === to) return;
  if (lives.homes.kind[from] === FAMILY_HOME) {
    size[from]!--;
    if (size[from] === 0) {
      settling.homes--;
      settling.single--;
    } else if (size[from] === 1) settling.single++;
  } else size[from]!--;
  size[to]!++;
  if (lives.homes.kind[to] === FAMILY_HOME) {
    if (size[to] === 1) {
      settling.homes++;
      settling.single++;
    } else if (size[to] === 2) settling.single--;
  }
  moveHome(lives, person, settling.day(person), to);
}

const isFamily = ({ city }: Settling, home: number): boolean => city.lives.homes.kind[home] === FAMILY_HOME;

const sameTownship = ({ city: { lives } }: Settling, a: number, b: number): boolean =>
  lives.homes.township[a] === lives.homes.township[b];

/** A new home, mostly in the township where the person lives. */
function newHome(settling: Settling, person: number): number {
  const { city, district, year, random } = settling;
  const { homes, people } = city.lives;
  const township =
    random.uniform() < 0.8
      ? homes.township[people.home[person]!]!
      : drawTownship(city.places, district, city.townshipWeights(district, year), random.uniform());
  return homes.add(township, FAMILY_HOME);
}

/** Home of a parent in the district, or −1. */
function parentHome({ city, district }: Settling, person: number): number {
  const { people } = city.lives;
  const father = people.father[person]!;
  if (father !== NOBODY && people.died[father] === NEVER && city.districtOf(father) === district)
    return people.home[father]!;
  const mother = people.mother[person]!;
  return mother !== NOBODY && people.died[mother] === NEVER && city.districtOf(mother) === district
    ? people.home[mother]!
    : -1;
}

/** Children left alone live with a parent, a grandparent, or a family of their township. */
function takeInChildren(settling: Settling): void {
  const { city, residents, size, year } = settling;
  const { people, homes } = city.lives;
  const census = censusDay(year);
  const hosts: number[] = [];
  for (const person of residents) {
    const home = people.home[person]!;
    if (size[home]! >= 3 && isFamily(settling, home)) hosts[homes.township[home]!] = home;
  }
  for (const person of residents) {
    const home = people.home[person]!;
    if (size[home] !== 1 || people.ageAt(person, census) >= 16) continue;
    const kin = [person, people.mother[person]!, people.father[person]!]
      .filter((one) => one !== NOBODY)
      .map((one) => parentHome(settling, one))
      .find((found) => found >= 0 && found !== home);
    const host = kin ?? hosts[homes.township[home]!];
    if (host !== undefined) rehouse(settling, person, host);
  }
}

function settleCollective(settling: Settling, wanted: number): void {
  const { city, residents, size, random, district, year } = settling;
  const { people, homes } = city.lives;
  const census = censusDay(year);
  let now = 0;
  const open = new Map<number, number>();
  for (const person of residents) {
    const home = people.home[person]!;
    if (isFamily(settling, home)) continue;
    now++;
    if (size[home]! < COLLECTIVE_SIZE) open.set(homes.township[home]!, home);
  }
  for (const person of residents) {
    const home = people.home[person]!;
    const age = people.ageAt(person, census);
    if (now < wanted && isFamily(settling, home)) {
      const apt = people.marital[person] === MARRIED ? 0 : age >= 15 && age < 30 ? 0.6 : age >= 75 ? 0.03 : 0.01;
      if (age < 15 || random.uniform() >= apt) continue;
      const township = drawTownship(city.places, district, city.townshipWeights(district, year), random.uniform());
      let to = open.get(township);
      if (to === undefined || size[to]! >= COLLECTIVE_SIZE) {
        to = homes.add(township, COLLECTIVE_HOME);
        open.set(township, to);
      }
      rehouse(settling, person, to);
      now++;
    } else if (!isFamily(settling, home) && (people.marital[person] === MARRIED || age >= 30 || now > wanted)) {
      const spouse = people.spouse[person]!;
      const together = spouse !== NOBODY && city.districtOf(spouse) === district ? people.home[spouse]! : -1;
      const parents = parentHome(settling, person);
      const to =
        together >= 0 && isFamily(settling, together)
          ? together
          : parents >= 0 && isFamily(settling, parents)
            ? parents
            : newHome(settling, person);
      rehouse(settling, person, to);
      now--;
    }
  }
}

function fewerSingles(settling: Settling, wanted: number): void {
  const { city, residents, size } = settling;
  const { people } = city.lives;
  const alone = (person: number): boolean => {
    const home = people.home[person]!;
    return size[home] === 1 && isFamily(settling, home);
  };
  for (const person of residents) {
    if (settling.single <= wanted) return;
    const spouse = people.spouse[person]!;
    if (alone(person) && spouse !== NOBODY && city.districtOf(spouse) === settling.district)
      rehouse(settling, person, people.home[spouse]!);
  }
  for (const near of [true, false]) joinKin(settling, wanted, alone, near);
  // Without kin in the district the lone share a home with another.
  const waiting = new Map<number, number>();
  for (const person of residents) {
    if (settling.single <= wanted) return;
    if (!alone(person)) continue;
    const township = city.lives.homes.township[people.home[person]!]!;
    const other = waiting.get(township);
    if (other === undefined || !alone(other)) waiting.set(township, person);
    else {
      rehouse(settling, person, people.home[other]!);
      waiting.delete(township);
    }
  }
}

/** Parents who live alone join a child, children who live alone their parents: first those of the same township. */
function joinKin(settling: Settling, wanted: number, alone: (person: number) => boolean, near: boolean): void {
  const { city, residents, size } = settling;
  const { people } = city.lives;
  for (const person of residents) {
    if (settling.single <= wanted) return;
    const parents = parentHome(settling, person);
    if (parents < 0 || parents === people.home[person] || !isFamily(settling, parents)) continue;
    if (near && !sameTownship(settling, parents, people.home[person]!)) continue;
    if (alone(person)) rehouse(settling, person, parents);
    else if (size[parents] === 1 && isFamily(settling, people.home[person]!))
      for (const parent of [people.father[person]!, people.mother[person]!])
        if (parent !== NOBODY && people.home[parent] === parents && people.died[parent] === NEVER)
          rehouse(settling, parent, people.home[person]!);
  }
}

function moreSingles(settling: Settling, wanted: number): void {
  const { city, residents, size, year } = settling;
  const { people } = city.lives;
  for (const pass of [3, 2])
    for (const person of residents) {
      if (settling.single >= wanted) return;
      const home = people.home[person]!;
      const age = people.ageAt(person, censusDay(year));
      if (age < 20 || size[home]! < pass || !isFamily(settling, home)) continue;
      const spouse = people.spouse[person]!;
      if (spouse !== NOBODY && people.home[spouse] === home && pass === 3) continue;
      if (pass === 2 && (size[home] !== 2 || age < 60)) continue;
      rehouse(settling, person, newHome(settling, person));
    }
}

/** Wife, husband and unmarried children in one home. */
function unitOf(settling: Settling, members: readonly number[], person: number): number[] {
  const { people } = settling.city.lives;
  const spouse = people.spouse[person]!;
  return members.filter(
    (one) =>
      one === person ||
      one === spouse ||
      (people.spouse[one] === NOBODY &&
        (people.mother[one] === person ||
          people.father[one] === person ||
          (spouse !== NOBODY && (people.mother[one] === spouse || people.father[one] === spouse)))),
  );
}

/** Tells who lives in a home of the district, out of those who lived there now or were taken in since. */
function housemates({ city, residents }: Settling): {
  of(home: number): number[];
  takeIn(home: number, persons: readonly number[]): void;
} {
  const { people } = city.lives;
  const { start, members } = membersOfHomes(city, residents);
  const taken = new Map<number, readonly number[]>();
  return {
    of: (home) =>
      [...members.subarray(start[home] ?? members.length, start[home + 1]), ...(taken.get(home) ?? [])].filter(
        (one) => people.home[one] === home,
      ),
    takeIn: (home, persons) => void taken.set(home, [...(taken.get(home) ?? []), ...persons]),
  };
}

function fewerHomes(settling: Settling, wanted: number): void {
  if (settling.homes <= wanted) return;
  const mates = housemates(settling);
  for (const near of [true, false]) joinParents(settling, wanted, mates, near);
}

/** Whole homes of two and more join the parents' of one of them: first those of the same township. */
function joinParents(settling: Settling, wanted: number, mates: ReturnType<typeof housemates>, near: boolean): void {
  const { city, residents, size } = settling;
  const { people } = city.lives;
  for (const person of residents) {
    if (settling.homes <= wanted) return;
    const home = people.home[person]!;
    const parents = parentHome(settling, person);
    if (parents < 0 || parents === home || !isFamily(settling, parents) || !isFamily(settling, home)) continue;
    if (near && !sameTownship(settling, parents, home)) continue;
    if (size[home]! < 2 || size[parents]! < 2 || size[home]! + size[parents]! > 8) continue;
    const moving = mates.of(home);
    for (const one of moving) rehouse(settling, one, parents);
    mates.takeIn(parents, moving);
  }
}

function moreHomes(settling: Settling, wanted: number): void {
  if (settling.homes >= wanted) return;
  const { city, residents, size } = settling;
  const { people } = city.lives;
  const mates = housemates(settling);
  for (const person of residents) {
    if (settling.homes >= wanted) return;
    const home = people.home[person]!;
    if (people.marital[person] !== MARRIED || !isFamily(settling, home) || size[home]! < 4) continue;
    const here = mates.of(home);
    const unit = unitOf(settling, here, person);
    if (unit.length < 2 || here.length - unit.length < 2) continue;
    const to = newHome(settling, person);
    for (const one of unit) rehouse(settling, one, to);
  }
}

import { censusDay } from '../calendar.ts';
import { shuffle } from '../chance.ts';
import { drawTownship } from '../places.ts';
import type { GrowingCity } from './city-state.ts';
import { living, membersOfHomes } from './city-state.ts';
import { FAMILY_HOME, dayInYear, moveHome } from './people.ts';

/** Homes that move inside their township in a year (proposal). */
const LOCAL_MOVES = 0.02;

/**
 * Moves between the townships of a district: whole homes go to where its town is growing until as many live away from the
 * township of their hukou as the census path says; some move next door.
 */
export function moveInsideDistricts(city: GrowingCity, year: number): void {
  const { lives, targets, scale } = city;
  const { people, homes, registers } = lives;
  const { start: first, members } = membersOfHomes(city);
  const apart = targets.districts.map(() => 0);
  const elsewhere = (person: number): boolean => {
    const register = people.hukou[person]!;
    return register >= 0 && registers.township[register] !== homes.township[people.home[person]!];
  };
  for (const person of living(city)) {
    const district = city.districtOf(person);
    if (district < 0) continue;
    if (elsewhere(person) && city.hukouDistrictOf(person) === district) apart[district]!++;
  }
  const wanted = targets.districts.map((_, d) => targets.district(d, year).fromSameDistrict * scale);
  const random = city.stream(year, 6);
  const order = occupied(first, homes.kind);
  shuffle(order, random);
  const start = censusDay(year - 1);
  for (const home of order) {
    const district = city.districtOf(members[first[home]!]!);
    const u = random.uniform();
    const short = apart[district]! < wanted[district]!;
    if (u >= (short ? 0.2 : LOCAL_MOVES)) continue;
    const party = [...members.subarray(first[home], first[home + 1])];
    const counted = party.filter((one) => city.hukouDistrictOf(one) === district);
    const away = counted.filter(elsewhere).length;
    const out = short && counted.length > 0 && away === 0;
    if (!out && u >= LOCAL_MOVES) continue;
    const from = homes.township[home]!;
    const township = out
      ? drawTownship(city.places, district, city.townshipWeights(district, year), random.uniform())
      : from;
    const to = homes.add(township, FAMILY_HOME);
    const day = Math.max(...party.map((one) => dayInYear(lives, one, start, random.uniform() * 0.9)));
    for (const one of party) moveHome(lives, one, day, to);
    apart[district]! += counted.filter(elsewhere).length - away;
  }
}

/** Family homes with somebody in them. */
function occupied(first: Int32Array, kind: Uint8Array): number[] {
  const found: number[] = [];
  for (let home = 0; home + 1 < first.length; home++)
    if (first[home + 1]! > first[home]! && kind[home] === FAMILY_HOME) found.push(home);
  return found;
}

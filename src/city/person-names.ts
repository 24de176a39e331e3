import { calendarDay } from './calendar.ts';
import { chance, pick } from './chance.ts';
import type { City } from './lives/city-state.ts';
import { ETHNICITIES, SURNAMES } from './lives/inherit.ts';
import { readTable } from './tables.ts';

interface Cohort {
  readonly from: number;
  readonly before: number;
  readonly single: number;
  readonly characters: readonly string[];
  readonly weights: Float64Array;
}

const cohorts: readonly (readonly Cohort[])[] = ['female', 'male'].map((sex) =>
  readTable('given-characters')
    .filter((row) => row['sex'] === sex)
    .map((row) => {
      const characters = [...row['characters']!];
      let sum = 0;
      return {
        from: Number(row['from']),
        before: Number(row['before']),
        single: Number(row['single']),
        characters,
        weights: Float64Array.from(characters, (_, rank) => (sum += 1 / (rank + 6))),
      };
    }),
);
const rare = readTable('rare-characters').map((row) => row['character']!);
/** Pinyin that clerks type for a character their system cannot hold. */
export const RARE: ReadonlyMap<string, string> = new Map(
  readTable('rare-characters').map((row) => [row['character']!, row['pinyin']!]),
);

/** A person in two of a thousand bears a rare character (proposal). */
const RARE_SHARE = 0.002;
const FORMER_SHARE = 0.012;
const [SINGLE, FIRST, SECOND, IS_RARE, WHICH_RARE, CLAN, OWN, FORMER] = [31, 32, 33, 34, 35, 36, 37, 38] as const;

/** Surname and given name, or a minority's whole name with its separation dot. */
export function nameOf({ lives: { people, seed } }: City, person: number): string {
  const ethnicity = ETHNICITIES[people.ethnicity[person]!]!;
  if (ethnicity.names.length > 0) {
    const own = ethnicity.names[Math.floor(chance(seed, person, OWN) * ethnicity.names.length)]!;
    const { clans } = ethnicity;
    if (clans.length > 0) return `${clans[people.surname[person]! % clans.length]}·${own}`;
    return own + ethnicity.names[Math.floor(chance(seed, person, CLAN) * ethnicity.names.length)]!;
  }
  return SURNAMES[people.surname[person]!]! + givenName(seed, person, people.sex[person]!, people.born[person]!, 0);
}

/** A name borne before, for the few who have changed theirs. */
export function formerNameOf({ lives: { people, seed } }: City, person: number): string | undefined {
  if (chance(seed, person, FORMER) >= FORMER_SHARE || people.ethnicity[person]! > 0) return undefined;
  return SURNAMES[people.surname[person]!]! + givenName(seed, person, people.sex[person]!, people.born[person]!, 50);
}

function givenName(seed: number, person: number, sex: number, born: number, salt: number): string {
  const { year } = calendarDay(born);
  const cohort = cohorts[sex]!.find(({ before }) => year < before)!;
  const last =
    chance(seed, person, IS_RARE + salt) < RARE_SHARE
      ? rare[Math.floor(chance(seed, person, WHICH_RARE + salt) * rare.length)]!
      : drawn(cohort, chance(seed, person, SECOND + salt));
  if (chance(seed, person, SINGLE + salt) < cohort.single) return last;
  return drawn(cohort, chance(seed, person, FIRST + salt)) + last;
}

const drawn = ({ characters, weights }: Cohort, u: number): string => characters[pick(weights, u)]!;

import type { Day } from '../calendar.ts';
import type { GrowingCity } from './city-state.ts';
import { UNION } from './people.ts';

/** Women ever married by age (proposal, after the level of Sichuan's long form of 2010). */
const EVER_MARRIED: readonly (readonly [number, number])[] = [
  [17, 0],
  [20, 0.1],
  [22, 0.3],
  [24, 0.55],
  [26, 0.75],
  [28, 0.86],
  [30, 0.92],
  [35, 0.97],
  [40, 0.985],
  [100, 0.99],
];

/** Share of women of an age who have ever married. */
export function everMarried(age: number): number {
  const right = EVER_MARRIED.findIndex(([at]) => at >= age);
  if (right <= 0) return right === 0 ? 0 : 0.99;
  const [a, below] = EVER_MARRIED[right - 1]!;
  const [b, above] = EVER_MARRIED[right]!;
  return below + ((above - below) * (age - a)) / (b - a);
}

/** Notes a marriage that was made before somebody came into the city's story: she was 20 to 28, and both grown up. */
export function noteUnion({ lives }: GrowingCity, wife: number, husband: number, before: Day, u: number): void {
  const { people, spells } = lives;
  const grown = Math.max(people.born[wife]! + 20 * 365.25, people.born[husband]! + 20 * 365.25);
  const day = Math.round(Math.min(before - 1 - u * 700, grown + u * 8 * 365.25));
  spells.add(people, wife, day, UNION, husband);
  spells.add(people, husband, day, UNION, wife);
}

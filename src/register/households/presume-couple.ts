import type { Dweller } from './share-dwelling.ts';

/** Adults further apart than this in age are not taken for a couple. */
const MOST_YEARS_APART = 15;
const ADULT = 18;

/**
 * People of a household with the couple that no record tells of: the one woman and the one man without a spouse there who are adults at most 15 years apart
 * and not kin. Where more than one such pair could be made, nobody knows which. The rule of register-based family statistics for cohabiting couples
 * (Statistics Finland, Families, concepts).
 */
export function presumeCouple(people: readonly Dweller[]): readonly Dweller[] {
  const here = new Set(people.map(({ id }) => id));
  const single = people.filter(({ age, spouse }) => age >= ADULT && (spouse === undefined || !here.has(spouse)));
  const pairs = single
    .filter(({ isMale }) => !isMale)
    .flatMap((woman) => single.filter((man) => man.isMale && mayBeCouple(woman, man)).map((man) => [woman, man]));
  if (pairs.length !== 1) return people;
  const [woman, man] = pairs[0] as [Dweller, Dweller];
  return people.map((one) =>
    one === woman ? { ...one, spouse: man.id } : one === man ? { ...one, spouse: woman.id } : one,
  );
}

function mayBeCouple(a: Dweller, b: Dweller): boolean {
  if (Math.abs(a.age - b.age) > MOST_YEARS_APART) return false;
  return !line(a).some((id) => line(b).includes(id));
}

const line = ({ id, parents, grandparents }: Dweller): readonly number[] => [id, ...parents, ...grandparents];

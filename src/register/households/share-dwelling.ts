import type { HouseholdMember } from '#base';
import { forest } from '#linkage';

/** Somebody who may live in a dwelling. */
export interface Dweller extends HouseholdMember {
  readonly no: number;
  /** Probability of living in the city. */
  readonly chance: number;
  readonly isMale: boolean;
  /** Hukou household (户籍户). */
  readonly book?: number | undefined;
}

/** From so many groups without ties to each other on a dwelling is a dormitory, site or home (proposal). */
export const COLLECTIVE_GROUPS = 6;

export interface SharedDwelling {
  readonly isCollective: boolean;
  /** Each with its people in the order given. */
  readonly households: readonly (readonly Dweller[])[];
}

/**
 * Living households (家庭户) of a dwelling. Kin and people of one hukou household are a group; many groups are one collective household. Else each family
 * of two or more is a household, and whoever has no tie there belongs to the largest one (the first of equals).
 */
export function shareDwelling(people: readonly Dweller[]): SharedDwelling {
  const groups = tiedGroups(people);
  if (groups.length >= COLLECTIVE_GROUPS) return { isCollective: true, households: [people] };
  const families = groups.filter(({ length }) => length > 1);
  if (families.length < 2) return { isCollective: false, households: [people] };
  const largest = families.reduce((a, b) => (b.length > a.length ? b : a));
  const loners = groups.filter(({ length }) => length === 1).flat();
  return {
    isCollective: false,
    households: families.map((family) => {
      const own = new Set(family === largest ? [...family, ...loners] : family);
      return people.filter((one) => own.has(one));
    }),
  };
}

/** People who are one another's spouse, parent or grandparent, have one in common, or are of one hukou household, and so on from one to the next. */
function tiedGroups(people: readonly Dweller[]): readonly (readonly Dweller[])[] {
  const sets = forest(people.length);
  const first = new Map<string | number, number>();
  people.forEach(({ id, spouse, parents, grandparents, book }, index) => {
    const ties = [id, ...parents, ...grandparents, ...(spouse === undefined ? [] : [spouse])];
    for (const tie of [...ties, ...(book === undefined ? [] : [`book ${book}`])]) {
      const other = first.get(tie);
      if (other === undefined) first.set(tie, index);
      else sets.join(other, index);
    }
  });
  const groups = new Map<number, Dweller[]>();
  people.forEach((one, index) => {
    const group = groups.get(sets.root(index));
    if (group === undefined) groups.set(sets.root(index), [one]);
    else group.push(one);
  });
  return [...groups.values()];
}

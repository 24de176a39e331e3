import type { HouseholdType } from '#base';
import { householdType } from '#base';
import type { Dweller } from './share-dwelling.ts';

/** What a household may be, and how likely. */
export interface Composition {
  readonly type: HouseholdType;
  readonly size: number;
  readonly chance: number;
}

/**
 * Compositions of a household whose people each live here with a probability, most likely first. Families come and go together, so whoever is likelier to
 * be here is here whenever the less likely are (comonotone; a proposal): with n people there are n compositions, each person's probability holds
 * exactly, and the chances sum to that of the likeliest. Nobody at all is no household and is left out.
 */
export function compositions(people: readonly Dweller[], isCollective: boolean): readonly Composition[] {
  return people.flatMap(({ chance }, index) => {
    const share = chance - (people[index + 1]?.chance ?? 0);
    if (share <= 0) return [];
    const members = people.slice(0, index + 1);
    return [{ type: isCollective ? 'collective' : householdType(members), size: members.length, chance: share }];
  });
}

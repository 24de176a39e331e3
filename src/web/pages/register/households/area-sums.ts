import type { HouseholdsAnswer } from '#api/answers';

export type AreaHouseholds = HouseholdsAnswer['areas'][number];

/** Family households: all but the collective ones. */
export const familyHouseholds = ({ sizes }: AreaHouseholds): number => sizes.reduce((sum, count) => sum + count, 0);

/** A part of family households, 0 to 1; undefined where there are none. */
export function shareOf(part: number, households: AreaHouseholds): number | undefined {
  const all = familyHouseholds(households);
  return all === 0 ? undefined : part / all;
}

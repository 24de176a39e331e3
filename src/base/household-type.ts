/** Kinds of household: 独居老人 单人 空巢 隔代 单亲 核心 直系 其他 集体. */
export const HOUSEHOLD_TYPES = [
  'elder-alone',
  'one-person',
  'empty-nest',
  'skip-generation',
  'lone-parent',
  'nuclear',
  'stem',
  'other',
  'collective',
] as const;
export type HouseholdType = (typeof HOUSEHOLD_TYPES)[number];

/** From this age on somebody is an elder (老年人, 60 and over). */
export const ELDER = 60;

/** Somebody who lives in a household, with kin who may live there or elsewhere; people are told apart by a number. */
export interface HouseholdMember {
  readonly id: number;
  /** Completed years. */
  readonly age: number;
  readonly spouse?: number | undefined;
  readonly parents: readonly number[];
  readonly grandparents: readonly number[];
}

/**
 * Kind of a family household: alone (60 and over, or younger); elders only; grandparents with grandchildren whose parents live elsewhere; a married child
 * with parents, or three generations; a couple with or without unmarried children; one parent with them; anything else. That a household is
 * collective is told by its dwelling, not by its people.
 */
export function householdType(members: readonly HouseholdMember[]): Exclude<HouseholdType, 'collective'> {
  if (members.length === 1) return members[0]!.age >= ELDER ? 'elder-alone' : 'one-person';
  if (members.every(({ age }) => age >= ELDER)) return 'empty-nest';
  const here = new Set(members.map(({ id }) => id));
  const isHere = (id: number): boolean => here.has(id);
  const hasParent = ({ parents }: HouseholdMember): boolean => parents.some(isHere);
  const isCoupled = ({ spouse }: HouseholdMember): boolean => spouse !== undefined && isHere(spouse);
  const grandchildren = members.filter(({ grandparents }) => grandparents.some(isHere));
  if (!grandchildren.every(hasParent)) return 'skip-generation';
  if (grandchildren.length > 0 || members.some((one) => hasParent(one) && isCoupled(one))) return 'stem';
  const coupled = members.filter(isCoupled).length;
  const children = members.filter(hasParent).length;
  const rest = members.filter((one) => !hasParent(one) && !isCoupled(one)).length;
  if (coupled === 2 && rest === 0) return 'nuclear';
  if (coupled === 0 && rest === 1 && children === members.length - 1) return 'lone-parent';
  return 'other';
}

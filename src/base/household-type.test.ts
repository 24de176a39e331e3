import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseholdMember } from './household-type.ts';
import { ELDER, householdType } from './household-type.ts';

/** Families of up to four generations: person n's parents and spouse are drawn among those before. */
const families = fc
  .array(
    fc.record({
      age: fc.integer({ min: 0, max: 99 }),
      mother: fc.integer({ min: -1, max: 7 }),
      father: fc.integer({ min: -1, max: 7 }),
      spouse: fc.integer({ min: -1, max: 7 }),
      here: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((people) => {
    const parentsOf = (id: number): number[] =>
      [people[id]!.mother, people[id]!.father].filter((parent) => parent >= 0 && parent < id);
    const all = people.map(({ age, spouse }, id): HouseholdMember => ({
      id,
      age,
      spouse: spouse >= 0 && spouse < id ? spouse : undefined,
      parents: parentsOf(id),
      grandparents: parentsOf(id).flatMap(parentsOf),
    }));
    const members = all.filter(({ id }) => people[id]!.here);
    return members.length > 0 ? members : [all[0]!];
  });

describe('the kind of a household', () => {
  it('does not hang on the order of its people or on what number they bear', () => {
    fc.assert(
      fc.property(families, fc.integer({ min: 1, max: 1000 }), (members, shift) => {
        const renamed = members.map((one) => ({
          ...one,
          id: one.id + shift,
          spouse: one.spouse === undefined ? undefined : one.spouse + shift,
          parents: one.parents.map((id) => id + shift),
          grandparents: one.grandparents.map((id) => id + shift),
        }));
        expect(householdType(renamed.toReversed())).toBe(householdType(members));
      }),
    );
  });

  it('is told by size and age alone where one lives alone or all are elders', () => {
    fc.assert(
      fc.property(families, (members) => {
        const type = householdType(members);
        expect(['elder-alone', 'one-person'].includes(type)).toBe(members.length === 1);
        const elders = members.every(({ age }) => age >= ELDER);
        expect(['elder-alone', 'empty-nest'].includes(type)).toBe(elders);
      }),
    );
  });

  it('without any kin among its people is other, unless elders only', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 9 }), (ages) => {
        const members = ages.map((age, id) => ({ id, age, parents: [], grandparents: [] }));
        expect(householdType(members)).toBe(ages.every((age) => age >= ELDER) ? 'empty-nest' : 'other');
      }),
    );
  });

  it('of three generations is stem, and skips one where the middle one is away', () => {
    const [grandmother, mother, child] = [
      { id: 1, age: 65, parents: [], grandparents: [] },
      { id: 2, age: 40, parents: [1], grandparents: [] },
      { id: 3, age: 10, parents: [2], grandparents: [1] },
    ];
    expect(householdType([grandmother, mother, child])).toBe('stem');
    expect(householdType([grandmother, child])).toBe('skip-generation');
    expect(householdType([mother, child])).toBe('lone-parent');
    expect(householdType([grandmother, mother])).toBe('lone-parent');
  });
});

import type { Condition, Grade, Level, LinkageModel } from '#linkage';
import { chineseNameLevels, dateLevels } from '#linkage';

/** Probabilities between which a clerk decides. */
const THRESHOLDS = { review: 0.1, link: 0.9 } as const;

const equal = (column: string): Condition => ({ equal: column });
const shared = (list: string): Condition => ({ shared: list });
const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });
const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });

const CHINESE = chineseNameLevels('name', (part) =>
  part.startsWith('surname') || part.startsWith('given') ? part : `name_${part}`,
);
const DATE = dateLevels('birth');

/**
 * How clusters of records are compared when no number decides. Children, parents, homes and telephones are one comparison: a brother shares all of
 * them at once, and evidence counted thrice would make one person of siblings. A spouse is shared with nobody, so it counts by itself. Two that were born on one day
 * into one family and bear names that no slip explains are twins. `name` are the levels of the name, `grades` what they need.
 */
export const personModelBy = (name: readonly Level[], grades: readonly Grade[] = []): LinkageModel => ({
  comparisons: [
    {
      id: 'name',
      needs: ['name'],
      levels: name,
    },
    {
      id: 'birth',
      needs: ['birth'],
      levels: [...DATE, { id: 'unlike', when: { not: any(...DATE.map(({ when }) => when)) }, apart: true }],
    },
    { id: 'sex', needs: ['sex'], levels: [{ id: 'same', when: equal('sex') }] },
    {
      id: 'twins',
      needs: ['name_fuzzy', 'given_fuzzy', 'birth'],
      levels: [
        {
          id: 'twins',
          when: all(equal('birth'), any(shared('parent_labels'), shared('phones'), shared('homes')), {
            not: any(...name.filter(({ id }) => id !== 'surname').map(({ when }) => when)),
          }),
          apart: true,
        },
      ],
    },
    {
      id: 'spouse',
      needs: ['spouse'],
      levels: [
        { id: 'same', when: shared('spouse_labels') },
        { id: 'same-name', when: shared('spouse_names') },
      ],
    },
    {
      id: 'ties',
      needs: ['no'],
      levels: [
        { id: 'child', when: shared('child_labels') },
        { id: 'parent', when: shared('parent_labels') },
        { id: 'phone', when: shared('phones') },
        { id: 'home', when: shared('homes') },
        { id: 'parent-name', when: shared('parent_names') },
        { id: 'place', when: shared('places') },
        { id: 'township', when: shared('townships') },
        { id: 'county', when: shared('counties') },
      ],
    },
  ],
  blocking: [
    { id: 'surname-birth', keys: ['surname_fuzzy', 'birth'], limit: 300 },
    { id: 'given-birth', keys: ['given_fuzzy', 'birth'], limit: 300 },
    { id: 'shape-birth', keys: ['name_shape', 'birth'], limit: 300 },
    { id: 'phone', keys: [], each: 'phones', limit: 50 },
    { id: 'parent', keys: ['sex'], each: 'parent_labels', limit: 50 },
    { id: 'spouse', keys: ['sex'], each: 'spouse_labels', limit: 50 },
    { id: 'child', keys: ['sex'], each: 'child_labels', limit: 50 },
    { id: 'home', keys: ['sex'], each: 'homes', limit: 100 },
    { id: 'name-spouse', keys: ['name_fuzzy'], each: 'spouse_names', limit: 100 },
    { id: 'birth-township', keys: ['birth', 'sex'], each: 'townships', limit: 50 },
    { id: 'name-township', keys: ['name_fuzzy'], each: 'townships', limit: 200 },
  ],
  grades,
  exclusive: 'number',
  sources: 'sources',
  thresholds: THRESHOLDS,
});

export const personModel = personModelBy(CHINESE);

import type { Condition, LinkageModel } from '#linkage';
import { chineseNameLevels, dateLevels } from '#linkage';

/** Probabilities between which a clerk decides. */
const THRESHOLDS = { review: 0.1, link: 0.9 } as const;

const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });
const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });
const equal = (column: string): Condition => ({ equal: column });

const HOME = all(equal('address_place'), equal('address_numbers'));
const HUKOU_HOME = all(equal('hukou_place'), equal('hukou_numbers'));

/**
 * How clusters of records are compared when no number decides. Kin, homes and telephones are one comparison: a brother shares all of
 * them at once, and evidence counted thrice would make one person of siblings.
 */
export const personModel: LinkageModel = {
  comparisons: [
    {
      id: 'name',
      needs: ['name'],
      levels: chineseNameLevels('name', (part) =>
        part.startsWith('surname') || part.startsWith('given') ? part : `name_${part}`,
      ),
    },
    { id: 'birth', needs: ['birth'], levels: dateLevels('birth') },
    { id: 'sex', needs: ['sex'], levels: [{ id: 'same', when: equal('sex') }] },
    {
      id: 'ties',
      needs: ['no'],
      levels: [
        { id: 'spouse-or-child', when: any(equal('spouse'), equal('child')) },
        { id: 'parent', when: any(equal('mother'), equal('father')) },
        { id: 'phone', when: equal('phone_token') },
        { id: 'home', when: any(HOME, HUKOU_HOME) },
        { id: 'place', when: any(equal('address_place'), equal('hukou_place')) },
        { id: 'township', when: any(equal('township'), equal('hukou_township')) },
        { id: 'county', when: any(equal('division'), equal('hukou_division')) },
      ],
    },
  ],
  blocking: [
    { id: 'surname-birth', keys: ['surname_fuzzy', 'birth'], limit: 300 },
    { id: 'given-birth', keys: ['given_fuzzy', 'birth'], limit: 300 },
    { id: 'shape-birth', keys: ['name_shape', 'birth'], limit: 300 },
    { id: 'phone', keys: ['phone_token'], limit: 50 },
    { id: 'mother', keys: ['mother'], limit: 50 },
    { id: 'father', keys: ['father'], limit: 50 },
    { id: 'spouse', keys: ['spouse'], limit: 50 },
    { id: 'child', keys: ['child'], limit: 50 },
    { id: 'home', keys: ['address_place', 'address_numbers'], refine: ['sex'], limit: 100 },
    { id: 'hukou', keys: ['hukou_place', 'hukou_numbers'], refine: ['sex'], limit: 100 },
    { id: 'name-township', keys: ['name_fuzzy', 'township'], limit: 200 },
    { id: 'name-hukou', keys: ['name_fuzzy', 'hukou_township'], limit: 200 },
  ],
  grades: [],
  exclusive: 'number',
  sources: 'sources',
  thresholds: THRESHOLDS,
};

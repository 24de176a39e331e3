import { ratio, whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Residents with tertiary education per 100 000. */
export const tertiaryPer100k: Formula = {
  id: 'tertiary-per-100k',
  expression: '(college + university) / P × 100 000',
  unit: 'persons-per-100000',
  basis: 'resident',
  compute: (ask) => {
    const university = ask.variable('university');
    return whenPresent(ask.variable('college'), (college) =>
      whenPresent(university, (graduates) => ratio(college + graduates, ask.persons(), 100_000)),
    );
  },
};

import type { Formula } from '../formula.ts';

/** Live births in the year, persons. */
export const births: Formula = {
  id: 'births',
  expression: 'B',
  unit: 'persons',
  basis: 'resident',
  compute: (ask) => ask.births(),
};

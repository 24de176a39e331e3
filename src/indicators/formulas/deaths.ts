import type { Formula } from '../formula.ts';

/** Deaths in the year, persons. */
export const deaths: Formula = {
  id: 'deaths',
  expression: 'D',
  unit: 'persons',
  basis: 'resident',
  compute: (ask) => ask.deaths(),
};

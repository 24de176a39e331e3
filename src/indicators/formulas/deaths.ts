import type { Formula } from '../formula.ts';

/** Deaths in the year, persons. */
export const deaths: Formula = {
  id: 'deaths',
  expression: 'D',
  basis: 'resident',
  compute: (ask) => ask.deaths(),
};

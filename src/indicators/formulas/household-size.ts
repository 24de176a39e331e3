import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Mean persons per family household of the census. */
export const householdSize: Formula = {
  id: 'household-size',
  expression: 'persons in households / households',
  unit: 'persons-per-household',
  basis: 'resident',
  compute: (ask) => ratio(ask.variable('household-population'), ask.variable('households')),
};

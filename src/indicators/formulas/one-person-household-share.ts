import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** One-person households as per cent of family households. */
export const onePersonHouseholdShare: Formula = {
  id: 'one-person-household-share',
  expression: 'one-person households / households × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.variable('one-person-households'), ask.variable('households'), 100),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Family households, 10 000. */
export const households: Formula = {
  id: 'households',
  expression: 'Σ P · households per person / 10 000',
  unit: 'ten-thousand-households',
  basis: 'resident',
  compute: (ask) => ratio(ask.scheduled('headship'), 10_000),
};

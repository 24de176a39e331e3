import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Women of childbearing age, 万人. */
export const women1549: Formula = {
  id: 'women-15-49',
  expression: 'P(female, 15–49) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(15, 49, 'female'), 10_000),
};

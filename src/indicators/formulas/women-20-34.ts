import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Women at the ages that have most births, 万人. */
export const women2034: Formula = {
  id: 'women-20-34',
  expression: 'P(female, 20–34) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(20, 34, 'female'), 10_000),
};

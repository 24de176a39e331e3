import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents aged 65 and over, 万人. */
export const population65Plus: Formula = {
  id: 'population-65-plus',
  expression: 'P(65+) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(65, 100), 10_000),
};

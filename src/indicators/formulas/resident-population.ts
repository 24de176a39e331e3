import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Usual residents at the end of the year, 万人. */
export const residentPopulation: Formula = {
  id: 'resident-population',
  expression: 'P / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(), 10_000),
};

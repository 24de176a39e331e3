import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Persons whose hukou is here at the end of the year, 万人. */
export const registeredPopulation: Formula = {
  id: 'registered-population',
  expression: 'R / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'registered',
  compute: (ask) => ratio(ask.registered(), 10_000),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents aged 16–59, 万人. */
export const population1659: Formula = {
  id: 'population-16-59',
  expression: 'P(16–59) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(16, 59), 10_000),
};

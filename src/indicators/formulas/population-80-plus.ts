import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents aged 80 and over, 万人. */
export const population80Plus: Formula = {
  id: 'population-80-plus',
  expression: 'P(80+) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(80, 100), 10_000),
};

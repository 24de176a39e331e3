import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents aged 60 and over, 万人. */
export const population60Plus: Formula = {
  id: 'population-60-plus',
  expression: 'P(60+) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(60, 100), 10_000),
};

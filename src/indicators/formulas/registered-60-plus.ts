import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Registered persons aged 60 and over, 万人. */
export const registered60Plus: Formula = {
  id: 'registered-60-plus',
  expression: 'R(60+) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'registered',
  compute: (ask) => ratio(ask.registered(60, 100), 10_000),
};

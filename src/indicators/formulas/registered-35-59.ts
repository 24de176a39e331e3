import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Registered persons aged 35–59, 万人. */
export const registered3559: Formula = {
  id: 'registered-35-59',
  expression: 'R(35–59) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'registered',
  compute: (ask) => ratio(ask.registered(35, 59), 10_000),
};

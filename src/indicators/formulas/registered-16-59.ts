import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Registered persons aged 16–59, 万人. */
export const registered1659: Formula = {
  id: 'registered-16-59',
  expression: 'R(16–59) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'registered',
  compute: (ask) => ratio(ask.registered(16, 59), 10_000),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Registered persons aged 0–17, 万人. */
export const registered017: Formula = {
  id: 'registered-0-17',
  expression: 'R(0–17) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'registered',
  compute: (ask) => ratio(ask.registered(0, 17), 10_000),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents from 16 up to the statutory retirement age of the year, 万人. */
export const workingAgeStatutory: Formula = {
  id: 'working-age-statutory',
  expression: 'Σ P(x) · working age(x) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.scheduled('statutory-working-age'), 10_000),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Men per 100 women in the whole population; not the ratio at birth. */
export const sexRatio: Formula = {
  id: 'sex-ratio',
  expression: 'P(male) / P(female) × 100',
  unit: 'per-100-females',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(0, 100, 'male'), ask.persons(0, 100, 'female'), 100),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents aged 15–59 as per cent of all. */
export const share1559: Formula = {
  id: 'share-15-59',
  expression: 'P(15–59) / P × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(15, 59), ask.persons(), 100),
};

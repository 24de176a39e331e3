import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents aged 65+ as per cent of all. */
export const share65Plus: Formula = {
  id: 'share-65-plus',
  expression: 'P(65+) / P × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(65, 100), ask.persons(), 100),
};

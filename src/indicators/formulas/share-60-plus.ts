import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents aged 60+ as per cent of all. */
export const share60Plus: Formula = {
  id: 'share-60-plus',
  expression: 'P(60+) / P × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(60, 100), ask.persons(), 100),
};

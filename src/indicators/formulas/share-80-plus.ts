import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents aged 80+ as per cent of all. */
export const share80Plus: Formula = {
  id: 'share-80-plus',
  expression: 'P(80+) / P × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(80, 100), ask.persons(), 100),
};

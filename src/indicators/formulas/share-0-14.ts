import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents aged 0–14 as per cent of all. */
export const share014: Formula = {
  id: 'share-0-14',
  expression: 'P(0–14) / P × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(0, 14), ask.persons(), 100),
};

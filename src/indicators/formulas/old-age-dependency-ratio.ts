import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents of 65 and over per 100 of 15-64. */
export const oldAgeDependencyRatio: Formula = {
  id: 'old-age-dependency-ratio',
  expression: 'P(65+) / P(15–64) × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(65, 100), ask.persons(15, 64), 100),
};

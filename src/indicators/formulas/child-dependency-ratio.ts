import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Children per 100 residents of 15-64. */
export const childDependencyRatio: Formula = {
  id: 'child-dependency-ratio',
  expression: 'P(0–14) / P(15–64) × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(0, 14), ask.persons(15, 64), 100),
};

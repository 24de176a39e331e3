import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents as per cent of the province's. */
export const shareOfProvince: Formula = {
  id: 'share-of-province',
  expression: 'P / P(province) × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(), ask.comparisonPersons(), 100),
};

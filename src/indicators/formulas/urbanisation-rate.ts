import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Urban residents as per cent of all. */
export const urbanisationRate: Formula = {
  id: 'urbanisation-rate',
  expression: 'P(urban) / P × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.urbanPersons(), ask.persons(), 100),
};

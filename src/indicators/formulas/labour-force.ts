import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents who work or look for work, 万人. */
export const labourForce: Formula = {
  id: 'labour-force',
  expression: 'Σ P(x) · participation(x) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.scheduled('labour-participation'), 10_000),
};

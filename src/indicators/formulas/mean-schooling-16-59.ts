import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Mean years of schooling of residents aged 16–59. */
export const meanSchooling1659: Formula = {
  id: 'mean-schooling-16-59',
  expression: 'Σ P(x) · years of schooling(x) / P(16–59)',
  unit: 'years-of-schooling',
  basis: 'resident',
  compute: (ask) => ratio(ask.scheduled('schooling'), ask.persons(16, 59)),
};

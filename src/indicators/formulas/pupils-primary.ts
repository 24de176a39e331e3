import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Children in primary school among residents, 万人. */
export const pupilsPrimary: Formula = {
  id: 'pupils-primary',
  expression: 'Σ P(x) · enrolment(x) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.scheduled('primary-enrolment'), 10_000),
};

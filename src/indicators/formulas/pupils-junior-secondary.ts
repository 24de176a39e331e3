import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Children in junior secondary school among residents, 万人. */
export const pupilsJuniorSecondary: Formula = {
  id: 'pupils-junior-secondary',
  expression: 'Σ P(x) · enrolment(x) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.scheduled('junior-secondary-enrolment'), 10_000),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Children in senior secondary school among residents, 万人. */
export const pupilsSeniorSecondary: Formula = {
  id: 'pupils-senior-secondary',
  expression: 'Σ P(x) · enrolment(x) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.scheduled('senior-secondary-enrolment'), 10_000),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Children in kindergarten among residents, 万人. */
export const pupilsKindergarten: Formula = {
  id: 'pupils-kindergarten',
  expression: 'Σ P(x) · enrolment(x) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.scheduled('kindergarten-enrolment'), 10_000),
};

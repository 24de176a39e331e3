import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents of 60 and over who cannot look after themselves, 万人. */
export const disabledElderly: Formula = {
  id: 'disabled-elderly',
  expression: 'Σ P(x) · disability(x) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.scheduled('old-age-disability'), 10_000),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Children aged 0–3, 万人. */
export const children03: Formula = {
  id: 'children-0-3',
  expression: 'P(0–3) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(0, 3), 10_000),
};

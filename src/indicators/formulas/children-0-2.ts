import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Children under three, 万人: those whom childcare is for. */
export const children02: Formula = {
  id: 'children-0-2',
  expression: 'P(0–2) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(0, 2), 10_000),
};

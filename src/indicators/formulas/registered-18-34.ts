import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Registered persons aged 18–34, 万人. */
export const registered1834: Formula = {
  id: 'registered-18-34',
  expression: 'R(18–34) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'registered',
  compute: (ask) => ratio(ask.registered(18, 34), 10_000),
};

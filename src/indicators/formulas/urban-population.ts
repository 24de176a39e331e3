import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Urban residents, 万人. */
export const urbanPopulation: Formula = {
  id: 'urban-population',
  expression: 'P(urban) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => ratio(ask.urbanPersons(), 10_000),
};

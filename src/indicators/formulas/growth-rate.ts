import { ratio, whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Change of residents within the year, per cent. */
export const growthRate: Formula = {
  id: 'growth-rate',
  expression: '(P(t) / P(t−1) − 1) × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => whenPresent(ratio(ask.persons(), ask.personsBefore()), (quotient) => (quotient - 1) * 100),
};

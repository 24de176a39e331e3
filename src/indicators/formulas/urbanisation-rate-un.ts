import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Urban residents as per cent of all if each county goes on by the UN growth difference of urban to rural. */
export const urbanisationRateUn: Formula = {
  id: 'urbanisation-rate-un',
  expression: 'P(urban, UN) / P × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => ratio(ask.urbanByGrowth(), ask.persons(), 100),
};

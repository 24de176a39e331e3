import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Registered men per 100 registered women. */
export const registeredSexRatio: Formula = {
  id: 'registered-sex-ratio',
  expression: 'R(male) / R(female) × 100',
  unit: 'per-100-females',
  basis: 'registered',
  compute: (ask) => ratio(ask.registered(0, 100, 'male'), ask.registered(0, 100, 'female'), 100),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents per square kilometre of land. */
export const populationDensity: Formula = {
  id: 'population-density',
  expression: 'P / km²',
  unit: 'per-square-km',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(), ask.landArea()),
};

import { ratio } from '#base';
import type { Formula } from '../formula.ts';

/** Residents per square kilometre of land. */
export const populationDensity: Formula = {
  id: 'population-density',
  expression: 'P / km²',
  basis: 'resident',
  compute: (ask) => ratio(ask.persons(), ask.landArea()),
};

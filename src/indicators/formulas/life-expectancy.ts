import type { Formula } from '../formula.ts';

/** Life expectancy at birth, both sexes, years. */
export const lifeExpectancy: Formula = {
  id: 'life-expectancy',
  expression: 'e(0)',
  unit: 'years',
  basis: 'resident',
  compute: (ask) => ask.lifeExpectancy(),
};

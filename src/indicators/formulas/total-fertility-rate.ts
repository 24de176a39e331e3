import type { Formula } from '../formula.ts';

/** Sum of age-specific fertility rates, children per woman. */
export const totalFertilityRate: Formula = {
  id: 'total-fertility-rate',
  expression: 'Σ f(x)',
  unit: 'children-per-woman',
  basis: 'resident',
  compute: (ask) => ask.totalFertility(),
};

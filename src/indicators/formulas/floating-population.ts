import { whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Residents registered in another county, of the province or beyond it, 万人; a census table. */
export const floatingPopulation: Formula = {
  id: 'floating-population',
  expression: '(inflow of the province + inflow of other provinces) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => {
    const beyond = ask.variable('inflow-other-province');
    return whenPresent(ask.variable('inflow-same-province'), (within) =>
      whenPresent(beyond, (others) => (within + others) / 10_000),
    );
  },
};

import type { Formula } from '../formula.ts';

/** Mean years of schooling at 15 and over as the census yearbook of counties has it. */
export const meanSchooling15Plus: Formula = {
  id: 'mean-schooling-15-plus',
  expression: 'census table',
  basis: 'resident',
  compute: (ask) => ask.variable('mean-schooling-15-plus'),
};

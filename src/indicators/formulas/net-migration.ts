import type { Formula } from '../formula.ts';

/** Arrivals less departures in the year, persons. */
export const netMigration: Formula = {
  id: 'net-migration',
  expression: 'I − E',
  unit: 'persons-per-year',
  basis: 'resident',
  compute: (ask) => ask.netMigration(),
};

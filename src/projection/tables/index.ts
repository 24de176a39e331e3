export { readAssumptions } from './assumption-table.ts';
export type { PopulationRow } from './population-rows.ts';
export { readPopulation } from './population-table.ts';
export type { AreaRates } from './rates-table.ts';
export { readRates } from './rates-table.ts';
export type { Table, TableRow } from './table.ts';

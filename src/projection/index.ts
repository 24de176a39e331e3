export * from './assumptions.ts';
export * from './baseline.ts';
export { baselineSource } from './census.ts';
export * from './planned-years.ts';
export * from './required-migration.ts';
export * from './run-scenario.ts';
export * from './urban-share.ts';

export * from './figure-book.ts';
export * from './open-book.ts';
export { evaluate } from './formula.ts';
export type { Asker, Formula } from './formula.ts';
export { formulaUnits, formulas } from './formulas/index.ts';
export { projectedAsker } from './projected-asker.ts';
export type { Input, Inputs } from './inputs.ts';

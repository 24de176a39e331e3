export type * from './action.ts';
export { openLedger } from './open-ledger.ts';
export type { Ledger } from './open-ledger.ts';

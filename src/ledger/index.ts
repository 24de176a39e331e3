export { ROLES, SESSION_HOURS } from './accounts.ts';
export type { Account, AccountFault, Accounts, Role } from './accounts.ts';
export type * from './action.ts';
export { openLedger } from './open-ledger.ts';
export type { Ledger, LedgerOptions } from './open-ledger.ts';
export { PASSWORD_LENGTH, makePassword } from './password.ts';
export { sharedLedger } from './shared-ledger.ts';
export type { SharedLedger } from './shared-ledger.ts';

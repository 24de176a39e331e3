import type { Action } from '#ledger';
import { PAIR_DECIDED, decisionsOf } from '../resolve/decisions.ts';
import type { Decision } from '../resolve/resolve.ts';
import type { ResidenceCheck } from './checks.ts';
import { RESIDENCE_CHECKED, checksOf } from './checks.ts';

/** Kinds of the ledger's actions that a refresh heeds. */
export const HEEDED_KINDS = [PAIR_DECIDED, RESIDENCE_CHECKED] as const;

/** What people said that a refresh heeds: decisions of clerks and residence checks, and the last action of the ledger they come from, 0 where none. */
export interface Heeded {
  readonly decisions: readonly Decision[];
  readonly checks: readonly ResidenceCheck[];
  readonly last: number;
}

/** What the actions of the heeded kinds say; `read` reads those of one kind. */
export async function readHeeded(read: (kind: string) => Promise<readonly Action[]>): Promise<Heeded> {
  const [decided, checked] = [await read(PAIR_DECIDED), await read(RESIDENCE_CHECKED)];
  return {
    decisions: decisionsOf(decided),
    checks: checksOf(checked),
    last: Math.max(0, ...[decided, checked].map((actions) => actions.at(-1)?.id ?? 0)),
  };
}

import type { Action } from '#ledger';
import type { Decision } from './resolve.ts';

/** Kind of the ledger's actions by which a clerk decides a pair; the body holds `records` (two record ids) and `verdict`. */
export const PAIR_DECIDED = 'pair.decided';

export type Verdict = 'same' | 'different' | 'unsure';

/** What clerks decided, and the last action it comes from: of each pair the latest word, none where it is `unsure`. */
export function decisionsOf(actions: readonly Action[]): { readonly list: readonly Decision[]; readonly last: number } {
  const byPair = new Map<string, Decision | undefined>();
  for (const { kind, body } of actions) {
    const { records, verdict } = body as { readonly records?: readonly [string, string]; readonly verdict?: Verdict };
    if (kind !== PAIR_DECIDED || records?.length !== 2 || verdict === undefined) continue;
    byPair.set(
      [...records].toSorted().join('|'),
      verdict === 'unsure' ? undefined : { records, same: verdict === 'same' },
    );
  }
  return {
    list: [...byPair.values()].filter((decision) => decision !== undefined),
    last: actions.at(-1)?.id ?? 0,
  };
}

const decisionText = ({ records, same }: Decision): string => JSON.stringify([records, same]);

/** Decisions that are in one list only: made, or taken back. */
export function changedDecisions(before: readonly Decision[], now: readonly Decision[]): readonly Decision[] {
  const [old, current] = [before, now].map((list) => new Set(list.map(decisionText)));
  return [
    ...now.filter((decision) => !old!.has(decisionText(decision))),
    ...before.filter((decision) => !current!.has(decisionText(decision))),
  ];
}

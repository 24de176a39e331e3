import type { Action } from '#ledger';
import type { Decision, DoubtfulPair } from './resolve.ts';

/** Kind of the ledger's actions by which a clerk decides a pair; the body holds `records` (two record ids) and `verdict`. */
export const PAIR_DECIDED = 'pair.decided';

export type Verdict = 'same' | 'different' | 'unsure';

/** A pair of records whichever comes first. */
export const pairKey = (records: readonly string[]): string => records.toSorted().join('|');

/** What clerks decided: of each pair the latest word, none where it is `unsure`. */
export function decisionsOf(actions: readonly Action[]): readonly Decision[] {
  const byPair = new Map<string, Decision | undefined>();
  for (const { kind, body } of actions) {
    const { records, verdict } = body as { readonly records?: readonly [string, string]; readonly verdict?: Verdict };
    if (kind !== PAIR_DECIDED || records?.length !== 2 || verdict === undefined) continue;
    byPair.set(pairKey(records), verdict === 'unsure' ? undefined : { records, same: verdict === 'same' });
  }
  return [...byPair.values()].filter((decision) => decision !== undefined);
}

/** Doubtful pairs of a version that still wait for a clerk's word; one decided to be two people stays among the doubtful. */
export function undecided({
  doubtful,
  decided,
}: {
  readonly doubtful: readonly DoubtfulPair[];
  readonly decided: readonly Decision[];
}): readonly DoubtfulPair[] {
  const known = new Set(decided.map(({ records }) => pairKey(records)));
  return doubtful.filter(({ records }) => !known.has(pairKey(records)));
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

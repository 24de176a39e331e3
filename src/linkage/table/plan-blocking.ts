import type { BlockingRule, Operand } from '../model/model.ts';

/** Tables of fewer pairs are compared whole; larger ones get this many pairs for each record, if their keys can give as many. */
const WHOLE_TABLE = 1_200_000;
const PAIRS_PER_RECORD = 200;
/** A single key may take this share of the budget; a coarser one is used together with another only. */
const SINGLE_SHARE = 0.05;

/** Key of one column, or keys of two different columns, with the pairs it would make. */
export interface CandidateRule {
  readonly keys: readonly Operand[];
  readonly pairs: number;
}

/** All keys and all conjunctions of two keys of different columns. `keys` by column of the table. */
export function candidateKeys(keys: readonly (readonly Operand[])[]): readonly (readonly Operand[])[] {
  const single = keys.flat().map((key) => [key]);
  const double = keys.flatMap((own, index) =>
    keys.slice(index + 1).flatMap((others) => own.flatMap((a) => others.map((b) => [a, b]))),
  );
  return [...single, ...double];
}

/**
 * Single keys that are fine enough, then conjunctions of two coarser keys, the cheapest first, until the budget of pairs is spent. A
 * conjunction with a key that is used alone finds nothing new. A table small enough is one block.
 */
export function planBlocking(records: number, candidates: readonly CandidateRule[]): readonly BlockingRule[] {
  if ((records * (records - 1)) / 2 <= WHOLE_TABLE) return [{ id: 'all', keys: [], limit: records }];
  const budget = Math.max(WHOLE_TABLE, records * PAIRS_PER_RECORD);
  const cheapest = candidates.filter(({ pairs }) => pairs > 0).sort((a, b) => a.pairs - b.pairs);
  const singles = cheapest.filter(({ keys, pairs }) => keys.length === 1 && pairs <= budget * SINGLE_SHARE);
  const alone = new Set(singles.map(({ keys }) => keyName(keys[0]!)));
  const doubles = cheapest.filter(({ keys }) => keys.length > 1 && keys.every((key) => !alone.has(keyName(key))));
  let left = budget;
  const rules: BlockingRule[] = [];
  for (const { keys, pairs } of [...singles, ...doubles]) {
    if (pairs > left) continue;
    left -= pairs;
    rules.push({ id: keys.map(keyName).join('+'), keys, limit: records });
  }
  return rules;
}

const keyName = (key: Operand): string =>
  typeof key === 'string' ? key : `${key.part}[${key.from}..${key.from + key.length - 1}]`;

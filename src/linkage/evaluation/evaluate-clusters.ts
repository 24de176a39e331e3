/** Share right of what was found, share found of what is right, and their harmonic mean. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ClusterScores {
  /** Over pairs of records put together: true pairs, found pairs, both. */
  readonly pairs: Score & { readonly truth: number; readonly found: number; readonly right: number };
  /** Over whole clusters, right only where they hold exactly the records of one entity. Single records count. */
  readonly exact: Score;
  /** B-cubed (Bagga and Baldwin 1998): means over records. */
  readonly bCubed: Score;
}

/** Compares a clustering with the truth, record by record in the same order. */
export function evaluateClusters(found: ArrayLike<unknown>, truth: ArrayLike<unknown>): ClusterScores {
  const byFound = new Map<unknown, number>();
  const byTruth = new Map<unknown, number>();
  const cells = new Map<unknown, Map<unknown, number>>();
  for (let i = 0; i < truth.length; i++) {
    add(byFound, found[i]);
    add(byTruth, truth[i]);
    const row = cells.get(found[i]) ?? new Map<unknown, number>();
    cells.set(found[i], row);
    add(row, truth[i]);
  }
  let right = 0;
  let exact = 0;
  let precision = 0;
  let recall = 0;
  for (const [cluster, row] of cells)
    for (const [entity, count] of row) {
      right += pairsOf(count);
      if (count === byFound.get(cluster) && count === byTruth.get(entity)) exact++;
      precision += (count * count) / byFound.get(cluster)!;
      recall += (count * count) / byTruth.get(entity)!;
    }
  const pairs = { truth: sum(byTruth), found: sum(byFound), right };
  return {
    pairs: { ...pairs, ...score(ratio(right, pairs.found), ratio(right, pairs.truth)) },
    exact: score(ratio(exact, byFound.size), ratio(exact, byTruth.size)),
    bCubed: score(ratio(precision, truth.length), ratio(recall, truth.length)),
  };
}

/** Of pairs judged one by one. `right` of `found` are matches, of `truth` in all. */
export const pairScore = (right: number, found: number, truth: number): Score =>
  score(ratio(right, found), ratio(right, truth));

const score = (precision: number, recall: number): Score => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
});

/** Nothing claimed is nothing wrong: 0 of 0 is 1. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

const sum = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((all, count) => all + pairsOf(count), 0);

const add = (counts: Map<unknown, number>, key: unknown): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

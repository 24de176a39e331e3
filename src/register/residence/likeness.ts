import type { PatternTree } from './pattern-tree.ts';

const [LEAST, MOST] = [20, 20_000];
/** Children of fewer people, and levels rarer than this, say nothing about likeness. */
const [FEW, RARE] = [5, 1e-4];

/**
 * How alike the children of a node are in the levels of one witness, as pseudo-people that each child should be lent from its parent: the concentration of a
 * Dirichlet-multinomial by moments (chi-square about the parent over its degrees of freedom, φ = (n + K) / (1 + K); Mosimann 1962, Biometrika 49). Children of
 * all nodes below one group at one depth are taken together. `counts` holds `size` numbers a node, those of the witness from `from` to before `to`.
 */
export function learnLikeness(
  { parent }: PatternTree,
  counts: Float64Array,
  size: number,
  [from, to]: readonly [number, number],
  set: (parent: number, likeness: number) => void,
): void {
  const found = new Map<number, { spread: number; free: number; people: number }>();
  const siblings = (above: number): number => (parent[above]! < 0 ? above : -1 - parent[above]!);
  const among = (node: number): number => {
    let total = 0;
    for (let slot = from; slot < to; slot++) total += counts[node * size + slot]!;
    return total;
  };
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node]!;
    const own = above < 0 ? 0 : among(node);
    if (own < FEW) continue;
    const all = among(above);
    const sum = found.get(siblings(above)) ?? { spread: 0, free: 0, people: 0 };
    found.set(siblings(above), sum);
    for (let slot = from; slot < to; slot++) {
      const share = counts[above * size + slot]! / all;
      if (share < RARE) continue;
      sum.spread += (counts[node * size + slot]! - own * share) ** 2 / (own * share);
      sum.free += 1 - share;
      sum.people += (1 - share) * own;
    }
  }
  for (let node = 0; node < parent.length; node++) {
    const { spread, free, people } = found.get(siblings(node)) ?? { spread: 0, free: 0, people: 0 };
    const ratio = free === 0 ? 1 : spread / free;
    set(node, ratio <= 1 ? MOST : Math.min(MOST, Math.max(LEAST, (people / free - ratio) / (ratio - 1))));
  }
}

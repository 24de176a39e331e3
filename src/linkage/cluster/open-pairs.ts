import type { Edges } from './cluster-pairs.ts';
import { forest } from './components.ts';

/** Larger groups are not looked at pair by pair. */
const MOST_NODES = 40;

/** Pairs a < b that are no edge, though edges of weight `link` and more connect them, in groups of up to 40 nodes. */
export function openPairs(
  nodes: number,
  { left, right, weight }: Edges,
  link: number,
): readonly (readonly [number, number])[] {
  const components = forest(nodes);
  weight.forEach((bits, edge) => bits >= link && components.join(left[edge]!, right[edge]!));
  const groups = new Map<number, number[]>();
  for (let node = 0; node < nodes; node++) {
    const root = components.root(node);
    if (root !== node) groups.set(root, [...(groups.get(root) ?? [root]), node]);
  }
  const code = (a: number, b: number): number => Math.min(a, b) * nodes + Math.max(a, b);
  const known = new Set<number>();
  left.forEach((a, edge) => {
    const b = right[edge]!;
    if (components.root(a) === components.root(b)) known.add(code(a, b));
  });
  return [...groups.values()]
    .filter(({ length }) => length > 2 && length <= MOST_NODES)
    .flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b] as const)))
    .filter(([a, b]) => !known.has(code(a, b)));
}

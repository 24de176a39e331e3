import { forest } from './components.ts';
import type { Constraints, Refusal } from './contract.ts';
import { contract } from './contract.ts';

/** Pairs as columns; nodes are 0 … n − 1; weights in thousandths of a bit. */
export interface Edges {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Int32Array;
}

/** Weights: pairs at or above `link` may join; below `review` nobody is asked; a pair that is not in the edges counts as `absent`. */
export interface ClusterThresholds {
  readonly link: number;
  readonly review: number;
  readonly absent: number;
}

export interface Clusters {
  /** By node: the smallest node of its cluster. */
  readonly cluster: Int32Array;
  /** Positions of pairs at or above the threshold that ended apart, and why. */
  readonly refused: readonly { readonly edge: number; readonly reason: Refusal }[];
  /** Positions of pairs between two clusters for a clerk, strongest first: the best one for each two clusters, none that a constraint forbids. */
  readonly doubtful: readonly number[];
}

/**
 * Makes persons of pairs. In each connected component of pairs at or above the threshold, clusters are joined greedily where the sum
 * of the weights of *all* pairs between them is greatest and positive (greedy additive edge contraction of correlation clustering;
 * Bansal et al. 2004, Keuper et al. 2015), so that one lucky pair does not chain two families; joins that break a constraint are refused, so
 * that the weakest evidence gives way. Whole numbers and ties by node number: the order of the input does not matter.
 */
export function clusterPairs(
  nodes: number,
  edges: Edges,
  thresholds: ClusterThresholds,
  constraints: Constraints = {},
): Clusters {
  const components = forest(nodes);
  const strong: number[] = [];
  for (let edge = 0; edge < edges.weight.length; edge++)
    if (edges.weight[edge]! >= thresholds.link) {
      strong.push(edge);
      components.join(edges.left[edge]!, edges.right[edge]!);
    }
  const persons = forest(nodes);
  for (const inside of edgesByComponent(edges, components))
    contract(edges, inside, thresholds, constraints, (a, b) => persons.join(a, b));
  const cluster = Int32Array.from({ length: nodes }, (_, node) => persons.root(node));
  const conflict = clusterConflicts(cluster, constraints);
  const apart = (edge: number): boolean => cluster[edges.left[edge]!] !== cluster[edges.right[edge]!];
  const reasonOf = (edge: number): Refusal =>
    conflict(cluster[edges.left[edge]!]!, cluster[edges.right[edge]!]!) ?? 'outweighed';
  const refused = strong.filter(apart).map((edge) => ({ edge, reason: reasonOf(edge) }));
  return { cluster, refused, doubtful: doubtfulPairs(edges, thresholds.review, cluster, conflict) };
}

/** Edges inside components that some strong edge made, grouped; components by their smallest node. */
function edgesByComponent(
  { left, right }: Edges,
  components: { root(node: number): number },
): Iterable<readonly number[]> {
  const groups = new Map<number, number[]>();
  for (let edge = 0; edge < left.length; edge++) {
    const root = components.root(left[edge]!);
    if (root !== components.root(right[edge]!)) continue;
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [edge]);
    else group.push(edge);
  }
  return groups.values();
}

/** What two final clusters may not share. */
function clusterConflicts(cluster: Int32Array, { exclusive, sources }: Constraints) {
  const value = exclusive === undefined ? undefined : new Int32Array(cluster.length).fill(-1);
  const bits = sources === undefined ? undefined : new Int32Array(cluster.length);
  cluster.forEach((root, node) => {
    if (value !== undefined && exclusive![node]! >= 0) value[root] = exclusive![node]!;
    if (bits !== undefined) bits[root]! |= sources![node]!;
  });
  return (a: number, b: number): Refusal | undefined => {
    if (value !== undefined && value[a]! >= 0 && value[b]! >= 0 && value[a] !== value[b]) return 'two-exclusive-values';
    return bits !== undefined && (bits[a]! & bits[b]!) !== 0 ? 'source-twice' : undefined;
  };
}

function doubtfulPairs(
  { left, right, weight }: Edges,
  review: number,
  cluster: Int32Array,
  conflict: (a: number, b: number) => Refusal | undefined,
): readonly number[] {
  const best = new Map<string, number>();
  const order = (a: number, b: number): number =>
    weight[b]! - weight[a]! || left[a]! - left[b]! || right[a]! - right[b]!;
  for (let edge = 0; edge < weight.length; edge++) {
    const [a, b] = [cluster[left[edge]!]!, cluster[right[edge]!]!];
    if (weight[edge]! < review || a === b || conflict(a, b) !== undefined) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = best.get(key);
    if (known === undefined || order(edge, known) < 0) best.set(key, edge);
  }
  return [...best.values()].sort(order);
}

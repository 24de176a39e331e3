import type { ClusterThresholds, Edges } from './cluster-pairs.ts';

export interface Constraints {
  /** By node: number of the value of which a person has one (a valid identity number), −1 where unknown. */
  readonly exclusive?: Int32Array;
  /** By node: a bit for each duplicate-free source it comes from. */
  readonly sources?: Int32Array;
}

/** Why a pair of the threshold and above is not one person; `outweighed`: the other pairs between the two clusters say no. */
export type Refusal = 'two-exclusive-values' | 'source-twice' | 'outweighed';

interface Cluster {
  readonly id: number;
  size: number;
  exclusive: number;
  sources: number;
  /** To each other cluster with an edge between: sum of weights, number and strongest of them. One object for both sides. */
  readonly links: Map<Cluster, Link>;
}

interface Link {
  sum: number;
  edges: number;
  best: number;
}

/**
 * Contracts the edges of one component, see clusterPairs; calls `join` for each two clusters put together. Cost grows with edges
 * times clusters left, which is small: components are persons and their look-alikes.
 */
export function contract(
  edges: Edges,
  inside: readonly number[],
  { link, absent }: ClusterThresholds,
  constraints: Constraints,
  join: (a: number, b: number) => void,
): void {
  const clusters = componentClusters(edges, inside, constraints);
  const heap: Candidate[] = [];
  const consider = (a: Cluster, b: Cluster, { sum, edges: count, best }: Link): void => {
    const total = sum + (a.size * b.size - count) * absent;
    if (best >= link && total > 0 && !conflicts(a, b)) push(heap, candidate(total, a, b));
  };
  for (const cluster of clusters)
    for (const [other, between] of cluster.links) if (cluster.id < other.id) consider(cluster, other, between);
  for (let next = pop(heap); next !== undefined; next = pop(heap)) {
    const { a, b, sizes } = next;
    const isStale = a.size === 0 || b.size === 0 || sizes !== a.size + b.size;
    if (isStale || conflicts(a, b)) continue;
    join(a.id, b.id);
    merge(a, b);
    for (const [other, between] of a.links) consider(a, other, between);
  }
}

/** Single nodes with their links; pairs given twice count once, the stronger. */
function componentClusters(
  { left, right, weight }: Edges,
  inside: readonly number[],
  { exclusive, sources }: Constraints,
): readonly Cluster[] {
  const clusters = new Map<number, Cluster>();
  const clusterOf = (node: number): Cluster => {
    let cluster = clusters.get(node);
    if (cluster === undefined) {
      cluster = {
        id: node,
        size: 1,
        exclusive: exclusive?.[node] ?? -1,
        sources: sources?.[node] ?? 0,
        links: new Map(),
      };
      clusters.set(node, cluster);
    }
    return cluster;
  };
  for (const edge of inside) {
    const [a, b] = [clusterOf(left[edge]!), clusterOf(right[edge]!)];
    const best = Math.max(weight[edge]!, a.links.get(b)?.best ?? -Infinity);
    const between = { sum: best, edges: 1, best };
    a.links.set(b, between);
    b.links.set(a, between);
  }
  return [...clusters.values()];
}

const conflicts = (a: Cluster, b: Cluster): boolean =>
  (a.exclusive >= 0 && b.exclusive >= 0 && a.exclusive !== b.exclusive) || (a.sources & b.sources) !== 0;

/** Puts the second cluster into the first. */
function merge(into: Cluster, from: Cluster): void {
  into.links.delete(from);
  for (const [other, between] of from.links) {
    other.links.delete(from);
    if (other === into) continue;
    const known = into.links.get(other);
    const joined = {
      sum: between.sum + (known?.sum ?? 0),
      edges: between.edges + (known?.edges ?? 0),
      best: Math.max(between.best, known?.best ?? -Infinity),
    };
    into.links.set(other, joined);
    other.links.set(into, joined);
  }
  into.size += from.size;
  from.size = 0;
  from.links.clear();
  if (into.exclusive < 0) into.exclusive = from.exclusive;
  into.sources |= from.sources;
}

/** Two clusters with the sum between them when they were looked at; the lower id first. */
interface Candidate {
  readonly total: number;
  readonly a: Cluster;
  readonly b: Cluster;
  readonly sizes: number;
}

const candidate = (total: number, one: Cluster, other: Cluster): Candidate => {
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  return { total, a, b, sizes: a.size + b.size };
};

const isBefore = (x: Candidate, y: Candidate): boolean =>
  x.total !== y.total ? x.total > y.total : x.a.id !== y.a.id ? x.a.id < y.a.id : x.b.id < y.b.id;

function push(heap: Candidate[], item: Candidate): void {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(item, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = item;
}

function pop(heap: Candidate[]): Candidate | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
    if (!isBefore(heap[child]!, last)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return top;
}

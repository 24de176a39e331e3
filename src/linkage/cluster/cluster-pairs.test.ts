import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterThresholds, Edges } from './cluster-pairs.ts';
import { clusterPairs } from './cluster-pairs.ts';
import type { Constraints } from './contract.ts';

const NODES = 9;
const thresholds: ClusterThresholds = { link: 1000, review: -2000, absent: -10_000 };

const pairs = fc.uniqueArray(
  fc
    .record({ left: fc.nat(NODES - 1), right: fc.nat(NODES - 1), weight: fc.integer({ min: -9000, max: 20_000 }) })
    .filter(({ left, right }) => left < right),
  { selector: ({ left, right }) => left * NODES + right, maxLength: 24 },
);
const constraintArbitrary = fc.record({
  exclusive: fc
    .array(fc.integer({ min: -1, max: 2 }), { minLength: NODES, maxLength: NODES })
    .map((values) => Int32Array.from(values)),
  sources: fc
    .array(fc.constantFrom(0, 0, 1, 2), { minLength: NODES, maxLength: NODES })
    .map((values) => Int32Array.from(values)),
});

type Pair = { left: number; right: number; weight: number };

const edgesOf = (list: readonly Pair[]): Edges => ({
  left: Int32Array.from(list, ({ left }) => left),
  right: Int32Array.from(list, ({ right }) => right),
  weight: Int32Array.from(list, ({ weight }) => weight),
});

/** The definition, without any cleverness: try every two clusters, join the best, again. */
function bruteForce(list: readonly Pair[], { exclusive, sources }: Required<Constraints>): number[] {
  let clusters = Array.from({ length: NODES }, (_, node) => [node]);
  const component = componentsOf(list);
  for (;;) {
    let best: { total: number; a: number[]; b: number[] } | undefined;
    for (const a of clusters)
      for (const b of clusters) {
        if (a[0]! >= b[0]! || component[a[0]!] !== component[b[0]!]) continue;
        const values = new Set([...a, ...b].map((node) => exclusive[node]!).filter((value) => value >= 0));
        const bits = (nodes: readonly number[]): number => nodes.reduce((sum, node) => sum | sources[node]!, 0);
        if (values.size > 1 || (bits(a) & bits(b)) !== 0) continue;
        const between = list.filter(
          ({ left, right }) => (a.includes(left) && b.includes(right)) || (a.includes(right) && b.includes(left)),
        );
        if (!between.some(({ weight }) => weight >= thresholds.link)) continue;
        const total =
          between.reduce((sum, { weight }) => sum + weight, 0) +
          (a.length * b.length - between.length) * thresholds.absent;
        if (total > 0 && (best === undefined || total > best.total)) best = { total, a, b };
      }
    if (best === undefined) break;
    const { a, b } = best;
    clusters = clusters.filter((nodes) => nodes !== a && nodes !== b);
    clusters.push([...a, ...b].sort((x, y) => x - y));
    clusters.sort((x, y) => x[0]! - y[0]!);
  }
  const label = Array.from({ length: NODES }, () => -1);
  for (const nodes of clusters) for (const node of nodes) label[node] = nodes[0]!;
  return label;
}

function componentsOf(list: readonly Pair[]): number[] {
  const label = Array.from({ length: NODES }, (_, node) => node);
  for (let round = 0; round < NODES; round++)
    for (const { left, right, weight } of list)
      if (weight >= thresholds.link) label[left] = label[right] = Math.min(label[left]!, label[right]!);
  return label;
}

/** Three nodes, each pair of them likely. */
const family = (from: number): Pair[] => [
  { left: from, right: from + 1, weight: 9000 },
  { left: from + 1, right: from + 2, weight: 9000 },
  { left: from, right: from + 2, weight: 9000 },
];

describe('clusterPairs', () => {
  it('is the greedy joining of its definition', () => {
    fc.assert(
      fc.property(pairs, constraintArbitrary, (list, constraints) => {
        expect([...clusterPairs(NODES, edgesOf(list), thresholds, constraints).cluster]).toEqual(
          bruteForce(list, constraints),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of pairs', () => {
    fc.assert(
      fc.property(pairs, constraintArbitrary, fc.infiniteStream(fc.nat()), (list, constraints, keys) => {
        const shuffled = list
          .map((pair) => ({ pair, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ pair }) => pair);
        const [one, other] = [list, shuffled].map((order) =>
          clusterPairs(NODES, edgesOf(order), thresholds, constraints),
        );
        expect(one!.cluster).toEqual(other!.cluster);
      }),
    );
  });

  it('gives connected components where every pair of a component is likely', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: NODES, maxLength: NODES }), (person) => {
        const list: Pair[] = [];
        person.forEach((p, left) =>
          person.forEach((q, right) => left < right && p === q && list.push({ left, right, weight: 5000 })),
        );
        const { cluster } = clusterPairs(NODES, edgesOf(list), thresholds);
        expect([...cluster]).toEqual(person.map((p) => person.indexOf(p)));
      }),
    );
  });

  it('no person has two exclusive values or a duplicate-free source twice, and each pair kept apart has its reason', () => {
    fc.assert(
      fc.property(pairs, constraintArbitrary, (list, constraints) => {
        const { cluster, refused, doubtful } = clusterPairs(NODES, edgesOf(list), thresholds, constraints);
        for (const root of new Set(cluster)) {
          const nodes = [...cluster.keys()].filter((node) => cluster[node] === root);
          expect(
            new Set(nodes.map((node) => constraints.exclusive[node]!).filter((value) => value >= 0)).size,
          ).toBeLessThan(2);
          for (const bit of [1, 2])
            expect(nodes.filter((node) => (constraints.sources[node]! & bit) !== 0).length).toBeLessThan(2);
        }
        const apart = list.flatMap(({ left, right, weight }, edge) =>
          weight >= thresholds.link && cluster[left] !== cluster[right] ? [edge] : [],
        );
        expect(refused.map(({ edge }) => edge)).toEqual(apart);
        for (const edge of doubtful) expect(cluster[list[edge]!.left]).not.toBe(cluster[list[edge]!.right]);
      }),
    );
  });

  it('one lucky pair does not chain two families', () => {
    const { cluster, refused } = clusterPairs(
      6,
      edgesOf([...family(0), ...family(3), { left: 2, right: 3, weight: 2000 }]),
      thresholds,
    );
    expect([...cluster]).toEqual([0, 0, 0, 3, 3, 3]);
    expect(refused).toEqual([{ edge: 6, reason: 'outweighed' }]);
  });
});

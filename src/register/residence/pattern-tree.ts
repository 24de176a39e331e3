/** People who look alike: one group (how they stand on the books, stage of life), stratum (age, sex) and place, and the same said by every witness. */
export interface PresencePattern {
  /** Path from what is widest: `registered/25`. */
  readonly group: string;
  readonly stratum: string;
  readonly place: string;
  /** Levels by witness, three bits each, the first witness lowest. */
  readonly code: number;
  readonly people: number;
}

/** How people stand on the books, groups, their places, and the strata of each: a node comes after its parent. */
export interface PatternTree {
  /** Node above, -1 at the top. */
  readonly parent: Int32Array;
  /** By pattern: the node of its stratum in its place. */
  readonly leaf: Int32Array;
}

export function patternTree(patterns: readonly PresencePattern[]): PatternTree {
  const nodes = new Map<string, number>();
  const parent: number[] = [];
  const node = (path: readonly string[]): number => {
    const key = path.join('\n');
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const above = path.length === 1 ? -1 : node(path.slice(0, -1));
    nodes.set(key, parent.length);
    return parent.push(above) - 1;
  };
  const leaf = patterns.map(({ group, stratum, place }) => node([...group.split('/'), place, stratum]));
  return { parent: Int32Array.from(parent), leaf: Int32Array.from(leaf) };
}

/** Adds what stands at each node to the nodes above it; `size` numbers a node. */
export function addUp({ parent }: PatternTree, values: Float64Array, size: number): void {
  for (let node = parent.length - 1; node >= 0; node--) {
    const above = parent[node]!;
    if (above < 0) continue;
    for (let slot = 0; slot < size; slot++) values[above * size + slot]! += values[node * size + slot]!;
  }
}

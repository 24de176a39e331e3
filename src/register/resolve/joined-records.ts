/** What a cluster may not contradict: numbers of values, −1 where unknown. */
export interface Traits {
  readonly number: Int32Array;
  readonly birth: Int32Array;
  readonly sex: Int32Array;
}

/** Records put together step by step; the smallest record stands for its cluster. */
export interface JoinedRecords {
  root(record: number): number;
  /** Puts two records' clusters together whatever they say: for what is certain. */
  unite(a: number, b: number): void;
  /** Puts two records' clusters together where the evidence was weighed: only two numbers or a clerk's word forbid it. Whether they are one. */
  join(a: number, b: number): boolean;
  /** Puts the clusters of a context together, all or none: where two of them contradict, nobody knows which one is meant. */
  joinAll(records: readonly number[]): boolean;
}

/** Union-find under constraints: traits that differ, and pairs that a clerk found to be two people. */
export function joinedRecords(traits: Traits, apart: readonly (readonly [number, number])[] = []): JoinedRecords {
  const parent = Int32Array.from({ length: traits.number.length }, (_, record) => record);
  const known = [traits.number.slice(), traits.birth.slice(), traits.sex.slice()];
  const root = (record: number): number => {
    let at = record;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const forbidden = (a: number, b: number): boolean =>
    differ(known[0]!, a, b) ||
    apart.some(([x, y]) => (root(x) === a && root(y) === b) || (root(x) === b && root(y) === a));
  const contradict = (a: number, b: number): boolean => known.some((values) => differ(values, a, b)) || forbidden(a, b);
  const unite = (one: number, other: number): void => {
    const [a, b] = [root(one), root(other)];
    if (a === b) return;
    const [low, high] = a < b ? [a, b] : [b, a];
    parent[high] = low;
    for (const values of known) if (values[low]! < 0) values[low] = values[high]!;
  };
  const joinAll = (records: readonly number[]): boolean => {
    const roots = [...new Set(records.map(root))];
    if (roots.some((a, i) => roots.some((b, j) => j > i && contradict(a, b)))) return false;
    for (const other of roots) unite(roots[0]!, other);
    return true;
  };
  const join = (one: number, other: number): boolean => {
    const [a, b] = [root(one), root(other)];
    if (a !== b && forbidden(a, b)) return false;
    unite(a, b);
    return true;
  };
  return { root, unite, join, joinAll };
}

const differ = (values: Int32Array, a: number, b: number): boolean =>
  values[a]! >= 0 && values[b]! >= 0 && values[a] !== values[b];

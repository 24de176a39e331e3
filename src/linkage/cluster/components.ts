/** Sets of nodes that grow together; the smallest node stands for its set. */
export interface Forest {
  root(node: number): number;
  join(a: number, b: number): void;
}

export function forest(nodes: number): Forest {
  const parent = Int32Array.from({ length: nodes }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  return {
    root,
    join: (a, b) => {
      const [low, high] = [Math.min(root(a), root(b)), Math.max(root(a), root(b))];
      parent[high] = low;
    },
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forest } from './components.ts';
import { openPairs } from './open-pairs.ts';

const NODES = 12;
const pairs = fc.uniqueArray(
  fc
    .record({ left: fc.nat(NODES - 1), right: fc.nat(NODES - 1), weight: fc.integer({ min: -9, max: 9 }) })
    .filter(({ left, right }) => left < right),
  { selector: ({ left, right }) => left * NODES + right },
);

describe('openPairs', () => {
  it('with the edges inside groups of likely ones are all pairs of those groups, each once', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const groups = forest(NODES);
        for (const { left, right, weight } of list) if (weight >= 0) groups.join(left, right);
        const edges = {
          left: Int32Array.from(list, ({ left }) => left),
          right: Int32Array.from(list, ({ right }) => right),
          weight: Int32Array.from(list, ({ weight }) => weight),
        };
        const inside = list.flatMap(({ left, right }) =>
          groups.root(left) === groups.root(right) ? [`${left} ${right}`] : [],
        );
        const all: string[] = [];
        for (let a = 0; a < NODES; a++)
          for (let b = a + 1; b < NODES; b++) if (groups.root(a) === groups.root(b)) all.push(`${a} ${b}`);
        const found = openPairs(NODES, edges, 0).map(([a, b]) => `${a} ${b}`);
        expect([...inside, ...found].toSorted()).toEqual(all.toSorted());
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { random } from '#base';
import { learnLikeness } from './likeness.ts';

/** A group with so many children, the first level of each drawn with its own chance about a half. */
function family(children: number, people: number, chance: () => number) {
  const parent = Int32Array.from({ length: children + 1 }, (_, node) => (node === 0 ? -1 : 0));
  const counts = new Float64Array(2 * (children + 1));
  const draw = random(3);
  for (let child = 1; child <= children; child++) {
    const own = chance();
    for (let i = 0; i < people; i++) counts[2 * child + (draw.uniform() < own ? 0 : 1)]!++;
    counts[0]! += counts[2 * child]!;
    counts[1]! += counts[2 * child + 1]!;
  }
  return { tree: { parent, leaf: new Int32Array(0) }, counts };
}

const likenessOf = ({ tree, counts }: ReturnType<typeof family>): number => {
  let found = 0;
  learnLikeness(tree, counts, 2, [0, 2], (node, likeness) => {
    if (node === 0) found = likeness;
  });
  return found;
};

describe('how alike children are', () => {
  it('lends much where chances are the same, little where they differ', () => {
    expect(likenessOf(family(200, 500, () => 0.5))).toBeGreaterThan(2000);
    const draw = random(5);
    expect(likenessOf(family(200, 500, () => 0.2 + 0.6 * draw.uniform()))).toBeLessThan(30);
  });

  it('finds the concentration that the chances were drawn with', () => {
    // A beta of equal parameters a has variance 1 / (4 (2a + 1)); 2a is the concentration.
    const [draw, concentration] = [random(8), 100];
    const spread = Math.sqrt(1 / (4 * (concentration + 1)));
    const found = likenessOf(family(400, 500, () => 0.5 + spread * draw.normal()));
    expect(found / concentration).toBeGreaterThan(0.8);
    expect(found / concentration).toBeLessThan(1.25);
  });
});

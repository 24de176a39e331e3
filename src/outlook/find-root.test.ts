import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot } from './find-root.ts';

const peak = (x: number): number => 1 - 100 * (x - 0.005) ** 2;
const search = { start: 0, low: -10, high: 10, tolerance: 1e-9 };

describe('findRoot', () => {
  it('finds what a rising or falling function takes, wherever it starts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.constantFrom(1, -1),
        (answer, start, sign) => {
          const f = (x: number): number => sign * (x + 0.1 * x ** 3);
          const root = findRoot(f, { ...search, start, target: f(answer) });
          expect(root.found).toBe(true);
          if (root.found) expect(Math.abs(root.x - answer)).toBeLessThan(1e-8);
        },
      ),
    );
  });

  it('takes the nearest of several answers', () => {
    const root = findRoot((x) => Math.sin(x), { ...search, start: 2.6, target: 0 });
    expect(root).toMatchObject({ found: true });
    if (root.found) expect(root.x).toBeCloseTo(Math.PI, 8);
  });

  it('finds a peak that passes the target between two steps', () => {
    const root = findRoot(peak, { ...search, start: -0.5, target: 0.9999 });
    expect(root.found).toBe(true);
    expect(Math.abs(root.found ? peak(root.x) - 0.9999 : 1)).toBeLessThan(1e-9);
  });

  it('says why there is no answer: out of reach, without effect, or jumped over', () => {
    const far = findRoot((x) => x, { ...search, target: 11 });
    expect(far).toMatchObject({ found: false, reason: 'out-of-reach' });
    if (!far.found) expect(far.nearest.x).toBeCloseTo(10, 6);
    expect(findRoot(() => 3, { ...search, target: 4 })).toMatchObject({ found: false, reason: 'flat' });
    expect(findRoot((x) => (x < 1 ? 0 : 1), { ...search, target: 0.5 })).toMatchObject({
      found: false,
      reason: 'jump',
    });
  });

  it('ends a side where the function ends', () => {
    const root = findRoot((x) => (x > 1 ? undefined : x), { ...search, target: -5 });
    expect(root.found && Math.abs(root.x + 5)).toBeLessThan(1e-8);
    expect(findRoot((x) => (x > 1 ? undefined : x), { ...search, target: 5 })).toMatchObject({ found: false });
  });
});

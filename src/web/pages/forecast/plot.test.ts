import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaPath, linePath, roundTicks, spreadLabels, straightScale, textWidth } from './plot.ts';

describe('plot', () => {
  it('scales there and back', () => {
    const scale = straightScale([1, 3], [100, 0]);
    expect(scale(2)).toBe(50);
    expect(scale.invert(25)).toBe(2.5);
    expect(straightScale([1, 1], [0, 10]).invert(4)).toBe(1);
  });

  it('ticks are round and inside', () => {
    expect(roundTicks([0.93, 1.71], 4)).toEqual([1, 1.2, 1.4, 1.6]);
    expect(roundTicks([-12_000, 31_000], 4)).toEqual([0, 20_000]);
    expect(roundTicks([5, 5], 3)).toEqual([5]);
  });

  it('draws a path with gaps', () => {
    expect(
      linePath([
        { x: 0, y: 1 },
        { x: 1, y: undefined },
        { x: 2, y: 3 },
        { x: 3, y: 4.25 },
      ]),
    ).toBe('M0.0 1.0M2.0 3.0L3.0 4.3');
  });

  it('spreads labels apart, in order and inside', () => {
    expect(spreadLabels([10, 12, 50], 14, [0, 100])).toEqual([10, 24, 50]);
    expect(spreadLabels([98, 99], 14, [0, 100])).toEqual([86, 100]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (heights) => {
        const placed = spreadLabels(heights, 14, [0, 300]).sort((a, b) => a - b);
        placed.slice(1).forEach((height, index) => expect(height - placed[index]!).toBeGreaterThanOrEqual(14 - 1e-9));
      }),
    );
  });

  it('knows that Chinese is wide', () => {
    expect(textWidth('人口', 12)).toBe(24);
    expect(textWidth('ab', 10)).toBeCloseTo(11.2);
  });
});

describe('an area between bounds', () => {
  it('goes out along the upper bound and back along the lower', () => {
    expect(
      areaPath([
        { x: 0, low: 4, high: 1 },
        { x: 2, low: 5, high: 0 },
      ]),
    ).toBe('M0.0 1.0L2.0 0.0L2.0 5.0L0.0 4.0Z');
    expect(areaPath([])).toBe('');
  });
});

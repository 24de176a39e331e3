import { random } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fan, quantileOf } from './fan.ts';
import type { TrajectoryValues } from './measures.ts';
import { joinBatches } from './measures.ts';

const tracks = [
  { indicator: 'births', area: '999900' },
  { indicator: 'deaths', area: '999900' },
];
const run = (trajectories: number) => ({ trajectories, cut: { trajectories: 0, persons: 0 } });
const valuesOf = (from: number, values: readonly number[]): TrajectoryValues => ({
  tracks,
  years: [2030, 2031],
  from,
  run: run(values.length / 4),
  values: Float64Array.from(values),
});

describe('a fan', () => {
  it('has the quantiles and the mean of a known distribution', () => {
    const draw = random(3);
    const values = Array.from({ length: 20_000 }, () => [draw.uniform(), draw.normal(), 5, Number.NaN]).flat();
    const [births, deaths] = fan(valuesOf(0, values));
    const uniform = births!.years[0]!;
    for (const [key, share] of [
      ['low95', 0.025],
      ['low80', 0.1],
      ['median', 0.5],
      ['high80', 0.9],
      ['high95', 0.975],
    ] as const)
      expect(Math.abs(uniform[key] - share)).toBeLessThan(0.01);
    expect(births!.years[1]!.high95).toBeCloseTo(1.96, 1);
    expect(deaths!.years).toEqual([
      { year: 2030, low95: 5, low80: 5, median: 5, high80: 5, high95: 5, mean: 5, of: 20_000 },
    ]);
  });

  it('keeps NaN out, and says so where nothing is left', () => {
    const [births, deaths] = fan(valuesOf(0, [1, Number.NaN, Number.NaN, Number.NaN, 3, 7, Number.NaN, Number.NaN]));
    expect(births!.years.map(({ year, of, mean }) => [year, of, mean])).toEqual([
      [2030, 2, 2],
      [2031, 1, 7],
    ]);
    expect(deaths!.years).toEqual([]);
    expect(deaths!.reason).toEqual({ missing: 'not-computable', what: 'deaths' });
  });

  it('does not depend on the order of batches', () => {
    const [a, b, c] = [valuesOf(0, [1, 2, 3, 4, 5, 6, 7, 8]), valuesOf(2, [9, 10, 11, 12]), valuesOf(3, [0, 0, 0, 0])];
    const joined = joinBatches([c, a, b]);
    expect([...joined.values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 0, 0, 0]);
    expect(joined.run.trajectories).toBe(4);
  });

  it('has quantiles that rise with the share and lie among the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, a, b) => {
          const sorted = values.toSorted((x, y) => x - y);
          const [low, high] = [quantileOf(sorted, Math.min(a, b)), quantileOf(sorted, Math.max(a, b))];
          expect(low).toBeLessThanOrEqual(high + 1e-9);
          expect(low).toBeGreaterThanOrEqual(sorted[0]! - 1e-9);
          expect(high).toBeLessThanOrEqual(sorted.at(-1)! + 1e-9);
        },
      ),
    );
    expect(quantileOf([1, 2, 3, 4], 0.5)).toBe(2.5);
  });
});

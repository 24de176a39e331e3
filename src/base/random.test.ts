import { describe, expect, it } from 'vitest';
import { normalQuantile, random } from './random.ts';

const draw = (...keys: [number, ...number[]]) => {
  const source = random(...keys);
  return Array.from({ length: 5 }, () => source.uniform());
};

describe('random', () => {
  it('gives the same stream again, and another for another seed or stream', () => {
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(draw(1, 2)).not.toEqual(draw(1, 3));
    expect(draw(1, 2)).not.toEqual(draw(2, 1));
  });

  it('is uniform and normal in its moments, over neighbouring streams too', () => {
    const n = 40_000;
    let sum = 0;
    let squares = 0;
    let uniform = 0;
    for (let stream = 0; stream < n; stream++) {
      const source = random(7, stream);
      uniform += source.uniform();
      const z = source.normal();
      sum += z;
      squares += z * z;
    }
    expect(Math.abs(uniform / n - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(sum / n)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(squares / n - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  });

  it('has the published quantiles of the normal (Wichura 1988; tables)', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 13);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.2623400897984, 12);
  });
});

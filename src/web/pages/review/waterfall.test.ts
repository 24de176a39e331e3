import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, probabilityOf, scaleMarks, waterfall } from './waterfall.ts';

const bits = fc.double({ min: -40, max: 40, noNaN: true });

describe('the waterfall of evidence', () => {
  it('chains its bars from even odds to the total, inside the drawing', () => {
    fc.assert(
      fc.property(fc.array(bits, { minLength: 1, maxLength: 8 }), (weights) => {
        let total = 0;
        const steps = weights.map((weight) => ({
          comparison: 'name',
          level: 'same',
          bits: weight,
          total: (total += weight),
        }));
        const { bars, from, to } = waterfall(steps);
        bars.forEach((bar, index) => {
          expect(bar.from).toBe(index === 0 ? 0 : bars[index - 1]!.to);
          expect(bar.to - bar.from).toBeCloseTo(bar.step.bits, 9);
          expect(Math.min(bar.from, bar.to)).toBeGreaterThan(from);
          expect(Math.max(bar.from, bar.to)).toBeLessThan(to);
        });
        expect(bars.at(-1)!.to).toBe(total);
      }),
    );
  });

  it('reads bits as probabilities and back', () => {
    expect(probabilityOf(0)).toBe(0.5);
    expect(probabilityOf(1)).toBeCloseTo(2 / 3, 12);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (share) => {
        expect(probabilityOf(bitsOf(share))).toBeCloseTo(share, 9);
      }),
    );
  });

  it('marks the scale with room between, one half among them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -45, max: -1, noNaN: true }),
        fc.double({ min: 1, max: 45, noNaN: true }),
        fc.double({ min: 1, max: 12, noNaN: true }),
        (from, to, apart) => {
          const marks = scaleMarks(from, to, apart);
          expect(marks.some(({ probability }) => probability === 0.5)).toBe(true);
          marks.slice(1).forEach(({ at }, index) => expect(at - marks[index]!.at).toBeGreaterThanOrEqual(apart));
        },
      ),
    );
  });
});

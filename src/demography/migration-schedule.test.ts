import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rogersCastro, standardMigration } from './migration-schedule.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const level = fc.double({ min: 0.001, max: 0.1, noNaN: true });

describe('Rogers–Castro', () => {
  it('sums to 1 and is positive with seven or eleven parameters', () => {
    const peak = fc.record({
      level,
      slope: fc.double({ min: 0.05, max: 0.3, noNaN: true }),
      position: fc.double({ min: 15, max: 70, noNaN: true }),
      ascent: fc.double({ min: 0.1, max: 0.8, noNaN: true }),
    });
    const parameters = fc.record(
      { childLevel: level, childSlope: level, work: peak, retirement: peak, constant: level },
      { requiredKeys: ['childLevel', 'childSlope', 'work', 'constant'] },
    );
    fc.assert(
      fc.property(parameters, (given) => {
        const schedule = rogersCastro(given);
        expect(sum(schedule)).toBeCloseTo(1, 12);
        expect(Math.min(...schedule)).toBeGreaterThan(0);
      }),
    );
  });

  it('a peak of retirement stands where it is put, and nothing else moves', () => {
    const retirement = { level: 0.03, slope: 0.2, position: 62, ascent: 0.4 };
    const [seven, eleven] = [rogersCastro(), rogersCastro({ ...standardMigration, retirement })];
    const added = eleven.map((share, age) => share / eleven[5]! - seven[age]! / seven[5]!);
    const peak = added.indexOf(Math.max(...added));
    expect(Math.abs(peak - 62)).toBeLessThan(3);
    for (let age = 0; age < 50; age++) expect(Math.abs(added[age]!)).toBeLessThan(1e-9);
  });
});

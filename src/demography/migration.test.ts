import { AGES } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualByAge, censusNetMigration, childNetMigration } from './census-migration.ts';
import { indirectTotalFertility, meanAgeAtChildbearing, mixSchedules } from './fertility.ts';
import { rogersCastro } from './migration-schedule.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

describe('migration', () => {
  it('Rogers–Castro sums to 1 and peaks at 22 to 26', () => {
    const schedule = rogersCastro();
    expect(sum(schedule)).toBeCloseTo(1, 12);
    const peak = schedule.indexOf(Math.max(...schedule));
    expect(peak).toBeGreaterThanOrEqual(22);
    expect(peak).toBeLessThanOrEqual(26);
  });

  it('between censuses without migration finds none', () => {
    const survival = new Float64Array(AGES).fill(0.99);
    const before = new Float64Array(AGES).fill(1000);
    const after = new Float64Array(AGES).fill(1000 * 0.99 ** 10);
    after[100] = 11 * 1000 * 0.99 ** 10;
    const net = censusNetMigration({ before, after, survival });
    expect(Math.max(...net.map(Math.abs))).toBeLessThan(1e-9);
  });

  it('laying a decade over ages keeps a tenth of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: AGES, maxLength: AGES }),
        (decade) => {
          expect(sum(annualByAge(decade, rogersCastro()))).toBeCloseTo(sum(decade) / 10, 6);
        },
      ),
    );
  });

  it('children follow women by the child-woman ratio', () => {
    const women = new Float64Array(AGES).fill(100);
    const moved = new Float64Array(AGES).fill(-10);
    expect(childNetMigration({ under5: 500, from5to9: 500 }, women, moved)).toEqual({ under5: -12.5, from5to9: -37.5 });
  });
});

describe('fertility', () => {
  const standard = Float64Array.from({ length: AGES }, (_, age) => (age >= 20 && age < 35 ? 0.1 : 0));

  it('indirect standardisation recovers a known level', () => {
    const women = Float64Array.from({ length: AGES }, (_, age) => 1000 + age);
    const births = sum(women.map((count, age) => count * standard[age]! * 0.8));
    expect(indirectTotalFertility(births, women, standard)).toBeCloseTo(1.2, 12);
  });

  it('mixes schedules by weight and knows the mean age', () => {
    expect(sum(mixSchedules([standard, new Float64Array(AGES)], [1, 3]))).toBeCloseTo(1.5 / 4, 12);
    expect(meanAgeAtChildbearing(standard)).toBeCloseTo(27.5, 12);
  });
});

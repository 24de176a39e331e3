import { join } from 'node:path';
import type { Problem } from '#base';
import { fertilityByOrder, meanAgeAtChildbearing, relationalFertility, spreadOf } from '#demography';
import { describe, expect, it } from 'vitest';
import { explainSkip, hasSharedData, sharedData } from '../support/shared-data.ts';
import { readTable } from '../validate/reference.ts';

explainSkip('births by order, census of 2020');

const problems: Problem[] = [];
const file = (name: string): string => join(sharedData, 'china', name);
const orders = ['一孩小计', '二孩小计', '三孩及以上小计'] as const;

const byAge = (value: (age: number) => number): Float64Array =>
  Float64Array.from({ length: 50 }, (_, age) => (age < 15 ? 0 : value(age)));

/** Births of the census long form by order and single age of mother (table 6-2), and the women of the long form, ages 15-49. */
function census(): { births: Float64Array[]; women: Float64Array; derived: Float64Array } {
  const births = readTable(
    file('china_births_longform_by_mother_age_parity_education_2010_2020.csv'),
    { text: ['type', 'year', 'education', 'age', ...orders], numbers: [] },
    problems,
  ).filter(
    ({ type, year, education, age }) =>
      type === '不分城乡' && year.startsWith('2019') && education === '不区分' && /^\d+$/.test(age),
  );
  const women = readTable(
    file('derived_china_asfr_2020_single_age_by_residence_parity.csv'),
    { text: ['residence'], numbers: ['age', 'women_longform_est', 'asfr_permille'] },
    problems,
  ).filter(({ residence }) => residence === '不分城乡');
  return {
    births: orders.map((order) =>
      byAge((age) => Number(births.find((row) => Number(row.age) === age)?.[order] ?? Number.NaN)),
    ),
    women: byAge((age) => women.find((row) => row.age === age)!.women_longform_est),
    derived: byAge((age) => women.find((row) => row.age === age)!.asfr_permille),
  };
}

describe.skipIf(!hasSharedData)('fertility by order, China 2020', () => {
  it("sums to the official total of 1.3 and to an independent derivation's rates", () => {
    const { births, women, derived } = census();
    expect(problems).toEqual([]);
    const { rates, totals } = fertilityByOrder(births, women);
    expect(totals.reduce((a, b) => a + b, 0)).toBeCloseTo(1.3, 1);
    for (let age = 15; age < 50; age++)
      expect(1000 * rates.reduce((sum, order) => sum + order[age]!, 0)).toBeCloseTo(derived[age]!, 2);
    expect(totals[0]!).toBeGreaterThan(totals[1]!);
  });

  it('its schedule moved two years later and back is itself', () => {
    const { rates } = fertilityByOrder(census().births, census().women);
    const schedule = rates[0]!.map((_, age) => rates.reduce((sum, order) => sum + order[age]!, 0));
    const total = schedule.reduce((a, b) => a + b, 0);
    const [meanAge, spread] = [meanAgeAtChildbearing(schedule), spreadOf(schedule)];
    const later = relationalFertility(schedule, { totalFertility: total, meanAge: meanAge + 2, spread });
    const back = relationalFertility(later, { totalFertility: total, meanAge, spread });
    back.forEach((rate, age) => expect(Math.abs(rate - schedule[age]!)).toBeLessThan(1e-6));
  });
});

import { join } from 'node:path';
import type { Problem } from '#base';
import { abridgedLifeTable } from '#demography';
import type { ValidationCase } from './case.ts';
import { compare } from './case.ts';
import { columnsOf, readTable } from './reference.ts';

/** Published life expectancies of women, beside the death rates `mxF.csv` of the same abridged tables. */
export const lifeExpectancyFile = 'e0F.csv';

/**
 * Women's life expectancy at birth of every country and past period, from the published death rates of abridged tables with Coale & Demeny's a(0) (World Population
 * Prospects 2019, layout `5x5`). Published to two decimals.
 */
export function unLifeExpectancy(folder: string, problems: Problem[]): ValidationCase[] {
  const found = problems.length;
  const [expected, rates] = [join(folder, lifeExpectancyFile), join(folder, 'mxF.csv')];
  const periods = columnsOf(expected, problems).filter((name) => /^\d{4}-\d{4}$/.test(name));
  const published = readTable(expected, { text: ['country_code', 'name'], numbers: periods }, problems);
  const mortality = readTable(rates, { text: ['country_code'], numbers: ['age', ...periods] }, problems);
  if (problems.length > found) return [];
  return published.flatMap(({ country_code: country, name, ...row }) => {
    const ofCountry = mortality
      .filter((rate) => rate.country_code === country)
      .toSorted((a, b) => a['age']! - b['age']!);
    if (ofCountry.length === 0) return [];
    const ages = ofCountry.map((rate) => rate['age']!);
    const errors = periods.map((period) => {
      const mx = Float64Array.from(ofCountry, (rate) => rate[period]!);
      const ours = abridgedLifeTable(ages, mx, 'female', 'coale-demeny').ex[0]!;
      return { ours, theirs: row[period] as number };
    });
    const worst = errors.toSorted((a, b) => Math.abs(b.ours - b.theirs) - Math.abs(a.ours - a.theirs))[0]!;
    return [
      compare(
        `WPP2019 abridged tables ${name}: worst of ${periods.length} life expectancies`,
        worst.ours,
        worst.theirs,
        0.01,
      ),
    ];
  });
}

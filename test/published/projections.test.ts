import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainSkip, hasSharedData, sharedData } from '../support/shared-data.ts';
import { validateDemography } from '../validate/demography.ts';

explainSkip('published projections run again');

/** Names of the cases that fail, and how many there were of each kind. */
const failing = (folder: string): { failed: string[]; problems: number; cases: number } => {
  const { cases, problems } = validateDemography(join(sharedData, 'wpp', folder));
  return {
    failed: cases.filter((entry) => !entry.pass).map(({ name }) => name),
    problems: problems.length,
    cases: cases.length,
  };
};

describe.skipIf(!hasSharedData)('published projections, run again', () => {
  it("Canada 1950-2020 in each of 14,140 cells within 1e-6 persons, and Preston's Sweden to the person", () => {
    const { cases } = validateDemography(join(sharedData, 'wpp/ccmppWPP_1x1_DEV_ONLY_GPL3'));
    expect(cases.filter((entry) => !entry.pass)).toEqual([]);
    expect(cases.map(({ name }) => name)).toContain('CAN 1x1 1950-2020: worst of 14140 cells, persons');
    expect(cases).toHaveLength(6);
  });

  it('WPP2024 by single year: eight countries within 0.002 % of the total, 0.02 % by age', () => {
    expect(failing('wpp2024_ccby3igo')).toEqual({ failed: [], problems: 0, cases: 16 });
  });

  it('WPP2012 by five years: China, Nigeria and Germany within 0.02 %, Japan and Korea within 0.005 %', () => {
    expect(failing('wpp2012_DEV_ONLY')).toEqual({ failed: [], problems: 0, cases: 5 });
  });

  it("WPP2019: women's life expectancy from abridged tables within 0.01 year", () => {
    expect(failing('wpp2019_ccby3igo')).toEqual({ failed: [], problems: 0, cases: 5 });
  });
});

import { describe, expect, it } from 'vitest';
import { explainSkip, hasSharedData, sharedData } from '../support/shared-data.ts';
import { canada } from '../validate/canada.ts';

explainSkip("the UN's Canada run 1950-2020");

describe.skipIf(!hasSharedData)('Canada 1950-2020, single years of age', () => {
  it('reproduces every one of 14,140 cells within 1e-6 persons', () => {
    expect(canada(sharedData).filter((entry) => !entry.pass)).toEqual([]);
  });
});

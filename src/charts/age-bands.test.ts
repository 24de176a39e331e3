import { expect, it } from 'vitest';
import { AREA_CELLS } from '#base';
import { ageBands } from './age-bands.ts';

it('divides everybody', () => {
  const bands = ageBands(new Float64Array(2 * AREA_CELLS).fill(2), [1]);
  expect(bands.map((band) => band.persons)).toEqual([60, 180, 20, 60, 84]);
  expect(bands.reduce((sum, band) => sum + band.share, 0)).toBeCloseTo(100, 9);
});

it('has no shares of nobody', () => {
  expect(ageBands(new Float64Array(AREA_CELLS), [0]).every((band) => band.share === 0)).toBe(true);
});

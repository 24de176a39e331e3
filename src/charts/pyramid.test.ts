import { describe, expect, it } from 'vitest';
import { AGES } from '#base';
import { ageLabel, longestBar, pyramidAxis, pyramidOutline, pyramidRows } from './pyramid.ts';

const flat = (value: number) => new Float64Array(AGES).fill(value);

describe('pyramidRows', () => {
  it('keeps every person, by single age and in groups of five', () => {
    for (const group of [1, 5] as const) {
      const rows = pyramidRows(flat(3), flat(4), { unit: 'persons', group });
      expect(rows.reduce((sum, row) => sum + row.female + row.male, 0)).toBe(7 * AGES);
    }
  });
  it('ends in the open group', () => {
    expect(
      pyramidRows(flat(1), flat(1), { unit: 'persons', group: 5 })
        .map((row) => [row.from, row.to])
        .slice(-2),
    ).toEqual([
      [95, 99],
      [100, 100],
    ]);
  });
  it('gives per cent of both sexes together', () => {
    const rows = pyramidRows(flat(1), flat(3), { unit: 'share', group: 5 });
    expect(rows.reduce((sum, row) => sum + row.female + row.male, 0)).toBeCloseTo(100, 9);
    expect(pyramidRows(flat(0), flat(0), { unit: 'share', group: 1 }).every((row) => row.female === 0)).toBe(true);
  });
});

it('finds the longest bar of several years', () => {
  const options = { unit: 'persons', group: 1 } as const;
  expect(longestBar([pyramidRows(flat(1), flat(2), options), pyramidRows(flat(5), flat(2), options)])).toBe(5);
});

it('ends the axis at a round number that no bar passes', () => {
  expect(pyramidAxis(203_911).limit).toBe(250_000);
  expect(pyramidAxis(34_911)).toEqual({ limit: 40_000, ticks: [0, 10_000, 20_000, 30_000, 40_000] });
  expect(pyramidAxis(0.87).limit).toBeCloseTo(1);
  expect(pyramidAxis(40_000).limit).toBe(40_000);
  expect(pyramidAxis(0)).toEqual({ limit: 1, ticks: [0, 1] });
});

it('names ages', () => {
  expect([ageLabel(0, 0), ageLabel(15, 19), ageLabel(100, 100)]).toEqual(['0', '15–19', '100+']);
});

it('steps round the bars', () => {
  expect(pyramidOutline([{ from: 0, to: 4, female: 2, male: 3 }], 'male')).toEqual([
    { value: 3, age: 0 },
    { value: 3, age: 5 },
  ]);
});

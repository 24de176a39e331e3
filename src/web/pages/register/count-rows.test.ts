import type { AreaAnswer } from '#api/answers';
import { describe, expect, it } from 'vitest';
import { countRows, sumOf } from './count-rows.ts';

const answers: readonly AreaAnswer[] = [
  { basis: 'resident', county: '510502', township: null, people: 5 },
  { basis: 'resident', county: '510502', township: '510502002', people: 15 },
  { basis: 'resident', county: '510502', township: '510502001', people: 10 },
  { basis: 'registered', county: '510502', township: '510502001', people: 20 },
  { basis: 'resident', county: '510521', township: '510521100', people: 7 },
];

describe('counts by place', () => {
  it('sums a county of its lines, the unknown township among them, and what is not counted stays missing', () => {
    expect(countRows(answers, '')).toEqual([
      { area: '510502', resident: 30, registered: 20 },
      { area: '510521', resident: 7, registered: undefined },
    ]);
  });

  it('lists the townships of one county, those not known last, and they add up to it', () => {
    const rows = countRows(answers, '510502');
    expect(rows.map(({ area }) => area)).toEqual(['510502001', '510502002', null]);
    expect(sumOf(rows.map(({ resident }) => resident))).toBe(30);
    expect(sumOf(rows.map(({ registered }) => registered))).toBe(20);
  });

  it('has no sum of nothing', () => {
    expect(sumOf([undefined])).toBeUndefined();
    expect(sumOf([undefined, 0])).toBe(0);
  });
});

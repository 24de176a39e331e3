import { expect, it } from 'vitest';
import { missing } from '#base';
import { standings } from './standing.ts';

it('marks what stands out from the reference', () => {
  const found = standings([10, 11, 9, 10, 20, missing('not-reported')], 10);
  expect(found.map((standing) => standing?.word)).toEqual(['near', 'near', 'near', 'near', 'high', undefined]);
  expect(standings([1, 5, 5, 5], 5)[0]!.word).toBe('low');
});

it('says nothing without a reference or a difference', () => {
  expect(standings([1, 2], missing('not-reported'))).toEqual([undefined, undefined]);
  expect(standings([3, 3], 3)).toEqual([undefined, undefined]);
});

it('measures each side by itself', () => {
  expect(standings([0, 60, 55, -20, -1], 0).map((standing) => standing?.word)).toEqual([
    'near',
    'high',
    'high',
    'low',
    'near',
  ]);
});

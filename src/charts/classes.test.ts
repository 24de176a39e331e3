import { describe, expect, it } from 'vitest';
import { missing } from '#base';
import { CLASS_METHODS, classBounds, classColours, classCounts, classOf, roundestBetween } from './classes.ts';

const shares = [13.55, 15.7, 16.07, 16.3, 18.9, 20.35, 22.11];

describe('classBounds', () => {
  it.each(CLASS_METHODS)('holds every value by %s', (method) => {
    const bounds = classBounds(shares, { method, count: 5, step: 0.01 });
    expect(bounds[0]).toBeLessThanOrEqual(13.55);
    expect(bounds.at(-1)).toBeGreaterThanOrEqual(22.11);
    expect(shares.every((value) => classOf(bounds, value) >= 0)).toBe(true);
    expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
  });
  it('cuts natural classes at gaps, at round numbers', () => {
    expect(classBounds([1, 1.1, 1.2, 5, 5.1, 9.3], { method: 'natural', count: 3, step: 0.1 })).toEqual([1, 5, 8, 9.3]);
  });
  it('has 0 as a bound where signs differ', () => {
    expect(classBounds([-8.2, -3, -1, 2, 6], { method: 'natural', count: 4, step: 0.1 })).toContain(0);
    expect(classBounds([-8.2, 6], { method: 'equal', count: 4, step: 0.1 })).toEqual([-8.2, -5, 0, 5, 6]);
  });
  it('gives as many classes as there are values to tell apart', () => {
    expect(classBounds([], { method: 'natural', count: 5, step: 1 })).toEqual([]);
    expect(classBounds([3, 3, 3], { method: 'natural', count: 5, step: 1 })).toEqual([3, 4]);
    expect(classBounds([3, 8], { method: 'quantile', count: 5, step: 1 })).toEqual([3, 5, 8]);
  });
});

describe('classOf', () => {
  it('is half open, the last class closed', () => {
    expect([10, 14.99, 15, 20, 20.1, 9].map((value) => classOf([10, 15, 20], value))).toEqual([0, 0, 1, 1, -1, -1]);
  });
  it('has no class for what is missing', () => {
    expect(classOf([10, 15], missing('not-reported'))).toBe(-1);
  });
});

it('counts values per class and outside', () => {
  expect(classCounts([10, 15, 20], [10, 12, 15, missing('not-reported')])).toEqual({ counts: [2, 1], none: 1 });
});

it('shades negative classes apart from positive ones', () => {
  const colours = classColours([-10, -5, 0, 5]);
  expect(new Set(colours).size).toBe(3);
  expect(classColours([0, 1, 2, 3, 4, 5])).toHaveLength(5);
  expect(classColours([])).toEqual([]);
});

it('finds the roundest number between two', () => {
  expect([
    roundestBetween(1.2, 5),
    roundestBetween(13.55, 15.7),
    roundestBetween(-3.4, -2.7),
    roundestBetween(16.07, 16.3),
  ]).toEqual([5, 15, -3, 16.2]);
});

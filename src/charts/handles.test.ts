import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp, editedValue, editorDomain, handleYears, isBent, plausibleSpan, snap, valueByKey } from './handles.ts';

describe('handleYears', () => {
  it('begins with the first multiple of five after the last observed year', () => {
    expect(handleYears(2024, 2050)).toEqual([2025, 2030, 2040, 2050]);
    expect(handleYears(2025, 2050)).toEqual([2030, 2040, 2050]);
    expect(handleYears(2020, 2045)).toEqual([2025, 2030, 2040, 2045]);
    expect(handleYears(2049, 2050)).toEqual([2050]);
    expect(handleYears(2060, 2050)).toEqual([2050]);
  });
});

const reference = (year: number): number => (year - 2000) ** 2;

describe('editedValue', () => {
  const curve = { reference, anchor: 2024, handles: [2025, 2030, 2040, 2050], edits: { 2030: 100 } };

  it('is the set value at its year, straight to the next handles, the reference elsewhere', () => {
    expect(editedValue(curve, 2030)).toBe(100);
    expect(editedValue(curve, 2025)).toBe(reference(2025));
    expect(editedValue(curve, 2035)).toBe((100 + reference(2040)) / 2);
    expect(editedValue(curve, 2045)).toBe(reference(2045));
    expect(editedValue(curve, 2010)).toBe(reference(2010));
  });

  it('runs straight from the last known year to an edited first handle', () => {
    expect(editedValue({ ...curve, anchor: 2020, edits: { 2025: 0 } }, 2023)).toBeCloseTo(400 * 0.4);
  });

  it('is the reference everywhere without edits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2060 }),
        (year) => editedValue({ ...curve, edits: {} }, year) === reference(year),
      ),
    );
  });

  it('knows which years an edit bends', () => {
    const bent = [2024, 2025, 2026, 2030, 2039, 2040, 2041].filter((year) => isBent(curve, year));
    expect(bent).toEqual([2026, 2030, 2039]);
  });
});

describe('values', () => {
  it('snaps without binary dust', () => {
    expect(snap(1.2345, 0.01)).toBe(1.23);
    expect(snap(0.1 + 0.2, 0.05)).toBe(0.3);
    expect(snap(12_345, 100)).toBe(12_300);
  });

  it('moves by keys', () => {
    const options = { step: 0.01, leap: 0.1, shift: false, ends: [0.5, 2] as const, bounds: [0, 8] as const };
    expect(valueByKey('ArrowUp', 1.3, options)).toBe(1.31);
    expect(valueByKey('ArrowLeft', 1.3, { ...options, shift: true })).toBe(1.2);
    expect(valueByKey('ArrowDown', 0, options)).toBe(0);
    expect(valueByKey('Home', 1.3, options)).toBe(0.5);
    expect(valueByKey('End', 1.3, options)).toBe(2);
    expect(valueByKey('Delete', 1.3, options)).toBe('reset');
    expect(valueByKey('a', 1.3, options)).toBeUndefined();
  });

  it('widens what the scenarios span', () => {
    expect(plausibleSpan([1, 2], 0.3, [0, 8])).toEqual([0.5, 2.5]);
    expect(plausibleSpan([1, 1], 0.3, [0.9, 8])).toEqual([0.9, 1.3]);
  });

  it('leaves room to drag, inside the bounds', () => {
    expect(editorDomain([0, 10], 1, [-1, 100])).toEqual([-1, 11.5]);
    expect(clamp(5, [0, 3])).toBe(3);
  });
});

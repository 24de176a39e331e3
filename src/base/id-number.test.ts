import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idCheckDigit, parseIdNumber } from './id-number.ts';

const first17 = fc
  .record({
    division: fc.integer({ min: 110000, max: 659999 }),
    day: fc.date({ min: new Date('1901-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(
    ({ division, day, sequence }) =>
      `${division}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`,
  );

describe('identity numbers', () => {
  it('have the check digits of the standard (GB 11643-1999, annex)', () => {
    expect(idCheckDigit('11010519491231002')).toBe('X');
    expect(idCheckDigit('44052418800101001')).toBe('4');
    expect(parseIdNumber('11010519491231002x')).toMatchObject({ birth: '1949-12-31', sex: 'female' });
  });

  it('notice every wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.integer({ min: 1, max: 9 }), (start, at, by) => {
        const valid = start + idCheckDigit(start);
        expect(parseIdNumber(valid)).toMatchObject({ number: valid });
        const wrong = valid.slice(0, at) + ((Number(valid[at]) + by) % 10) + valid.slice(at + 1);
        expect(parseIdNumber(wrong)).toHaveProperty('fault');
        const swapped = valid.slice(0, at) + valid[at + 1]! + valid[at]! + valid.slice(at + 2);
        if (swapped !== valid) expect(parseIdNumber(swapped)).toHaveProperty('fault');
      }),
    );
  });

  it('carry 15 digits on to 18', () => {
    fc.assert(
      fc.property(first17, (start) => {
        if (start.slice(6, 8) !== '19') return;
        expect(parseIdNumber(start.slice(0, 6) + start.slice(8))).toMatchObject({
          number: start + idCheckDigit(start),
        });
      }),
    );
  });

  it('say what is wrong', () => {
    expect(parseIdNumber('')).toEqual({ fault: 'length' });
    expect(parseIdNumber('5105021990023000AX')).toEqual({ fault: 'characters' });
    expect(parseIdNumber('510502199002300011')).toEqual({ fault: 'birth-date' });
    expect(parseIdNumber('110105194912310020')).toEqual({ fault: 'check-digit' });
  });
});

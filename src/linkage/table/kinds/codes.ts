import { parseIdNumber } from '#base';
import type { Kind } from './kind.ts';
import { graded } from './kind.ts';

const capitals = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Numbers that name one person: identity, passport, insurance. `valid` holds a citizen number whose check digit is right. */
export const idNumber: Kind = {
  suffixes: ['head', 'tail', 'valid'],
  derive(text) {
    const written = capitals(text);
    if (written === '') return null;
    const parsed = parseIdNumber(written);
    const value = 'number' in parsed ? parsed.number : written;
    const half = Math.ceil(value.length / 2);
    const isShort = value.length < 6;
    return {
      '': value,
      head: isShort ? null : value.slice(0, half),
      tail: isShort ? null : value.slice(half),
      valid: 'number' in parsed ? value : null,
    };
  },
  measure: 'code',
  comparison: graded(2),
  keys: (column) => [column, `${column}_head`, `${column}_tail`],
};

/** Telephone numbers: digits without the country's 86 and leading zeros. */
export const phone: Kind = {
  suffixes: ['tail'],
  derive(text) {
    const digits = text
      .replace(/\D/g, '')
      .replace(/^(00)?86(?=1\d{10}$)/, '')
      .replace(/^0+/, '');
    return digits.length < 3 ? null : { '': digits, tail: digits.length < 7 ? null : digits.slice(-6) };
  },
  measure: 'code',
  comparison: graded(2),
  keys: (column) => [column, `${column}_tail`],
};

export const postcode: Kind = {
  suffixes: [],
  derive(text) {
    const code = capitals(text);
    return code === '' ? null : { '': code };
  },
  measure: 'code',
  comparison: graded(2),
  keys: (column) => [column],
};

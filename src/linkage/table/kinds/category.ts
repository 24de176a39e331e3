import type { Kind } from './kind.ts';
import { foldWords, graded } from './kind.ts';

/** One of a few values: sex, county, marital status. */
export const category: Kind = {
  suffixes: [],
  derive(text) {
    const value = foldWords(text);
    return value === '' ? null : { '': value };
  },
  comparison: graded(0),
  keys: (column) => [column],
};

/** A number that measures something. */
export const number: Kind = {
  suffixes: [],
  derive(text) {
    const value = Number(text.replace(/[,\s]/g, ''));
    return Number.isFinite(value) ? { '': String(value) } : null;
  },
  measure: 'number',
  comparison: graded(2),
  keys: (column) => [column],
};

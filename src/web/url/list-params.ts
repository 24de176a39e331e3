import type { Param } from './params.ts';

/** Where a list starts. */
export const offsetParam: Param<number> = {
  fallback: 0,
  parse: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
  format: String,
};

/** A day, `YYYY-MM-DD`; '' where none is chosen. */
export const dayParam: Param<string> = {
  fallback: '',
  parse: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined),
  format: (value) => value,
};

import type { Edits, Span } from '#charts';
import type { Ignored, Param } from '../../url/params.ts';

/** Years and values that a part of the URL may hold. */
export interface ChangesLimits {
  readonly years: Span;
  readonly values: Span;
}

/**
 * An assumption's changes in the URL: `2030:1.5,2050:1.4`, years ascending. Entries that make no sense (not a number, outside the bounds,
 * a year given twice) are left out one by one; `senselessEntries` names them. Only when none is left is the whole part senseless.
 */
export function changesParam(limits: ChangesLimits): Param<Edits> {
  return {
    fallback: {},
    parse: (text) => {
      const { edits } = readEntries(text, limits);
      return Object.keys(edits).length === 0 ? undefined : edits;
    },
    format: (edits) =>
      Object.entries(edits)
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([year, value]) => `${year}:${value}`)
        .join(','),
  };
}

/** The entries of a part of the URL that were left out while others of it were taken. */
export function senselessEntries(name: string, text: string, limits: ChangesLimits): readonly Ignored[] {
  const { edits, senseless } = readEntries(text, limits);
  return Object.keys(edits).length === 0 ? [] : senseless.map((entry) => ({ name, text: entry }));
}

function readEntries(
  text: string,
  { years, values }: ChangesLimits,
): { edits: Record<number, number>; senseless: string[] } {
  const edits: Record<number, number> = {};
  const senseless: string[] = [];
  for (const entry of text.split(',')) {
    const parts = /^(\d{4}):(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.exec(entry);
    const [year, value] = [Number(parts?.[1]), Number(parts?.[2])];
    const fits =
      year >= years[0] && year <= years[1] && value >= values[0] && value <= values[1] && edits[year] === undefined;
    if (fits) edits[year] = value;
    else senseless.push(entry);
  }
  return { edits, senseless };
}

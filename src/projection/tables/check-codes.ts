import type { Problem } from '#base';
import type { PopulationRow } from './population-rows.ts';
import { problem } from './table.ts';

/** One name has one code, and one code one name: each disagreement once. */
export function checkCodes(file: string, rows: readonly PopulationRow[]): Problem[] {
  const first = new Map<string, PopulationRow>();
  const told = new Set<string>();
  return rows.flatMap((row): Problem[] => {
    if (row.code === undefined) return [];
    return [`name ${row.area}`, `code ${row.code}`].flatMap((key): Problem[] => {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row);
      if (earlier === undefined || (earlier.area === row.area && earlier.code === row.code)) return [];
      const pair = `${key} ${row.area} ${row.code}`;
      if (told.has(pair)) return [];
      told.add(pair);
      const params = { area: row.area, code: row.code!, other: `${earlier.area} ${earlier.code}`, line: earlier.line };
      return [problem('table.code-differs', { file, line: row.line }, params)];
    });
  });
}

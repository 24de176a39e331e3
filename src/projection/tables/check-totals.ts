import type { Problem } from '#base';
import type { PopulationRow, TotalRow } from './population-rows.ts';
import { writeAge } from './read-age.ts';
import { keyOf, problem } from './table.ts';

/**
 * The area that is all others together, where a table has one among three or more: in every year its women and its men are
 * theirs, to the person.
 */
export function sumOfOthers(rows: readonly PopulationRow[]): string | undefined {
  const sums = new Map<string, Map<string, number>>();
  const slices = new Map<string, number>();
  for (const { year, area, sex, persons } of rows) {
    const slice = keyOf(year, sex);
    const own = sums.get(area) ?? new Map<string, number>();
    sums.set(area, own.set(slice, (own.get(slice) ?? 0) + persons));
    slices.set(slice, (slices.get(slice) ?? 0) + persons);
  }
  if (sums.size < 3) return undefined;
  for (const [area, own] of sums)
    if ([...slices].every(([slice, all]) => all > 0 && 2 * (own.get(slice) ?? 0) === all)) return area;
  return undefined;
}

/** Totals that differ from their parts, and how many were left out; `parent` are the rows of an area that sums the others. */
export function checkTotals(
  file: string,
  rows: readonly PopulationRow[],
  totals: readonly TotalRow[],
  parent: readonly PopulationRow[],
): Problem[] {
  const sums = totals.length === 0 ? new Map<string, number>() : sumsOf(rows);
  const problems = totals.flatMap((total): Problem[] => {
    const sum = sums.get(totalKey(total));
    if (sum === undefined || sum === total.persons) return [];
    const params = { row: nameOf(total), total: total.persons, sum };
    return [problem('table.total-differs', { file, line: total.line }, params, undefined, 'warning')];
  });
  const first = totals[0] ?? parent[0];
  if (first !== undefined) {
    const params = { count: totals.length + parent.length, example: nameOf(first) };
    problems.push(problem('table.totals-left-out', { file, line: first.line }, params, undefined, 'warning'));
  }
  return problems;
}

/** Sums of rows over every choice of area or all, sex or both, age group or all. */
function sumsOf(rows: readonly PopulationRow[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows)
    for (const area of [row.area, undefined])
      for (const sex of [row.sex, undefined])
        for (const age of [{ from: row.from, to: row.to }, {}]) {
          const key = totalKey({ ...row, area, sex, from: undefined, to: undefined, ...age });
          sums.set(key, (sums.get(key) ?? 0) + row.persons);
        }
  return sums;
}

type Whom = Pick<TotalRow, 'year' | 'area' | 'sex'> & {
  readonly from?: number | undefined;
  readonly to?: number | null | undefined;
};

const totalKey = ({ year, area, sex, from, to }: Whom): string =>
  keyOf(year, area ?? '', sex ?? '', from ?? '', to ?? '');

const nameOf = ({ year, area, sex, from, to }: Whom): string =>
  [year, area ?? '合计', sex ?? '合计', from === undefined ? '合计' : writeAge({ from, to: to ?? null })].join(' ');

import type { Problem } from '#base';
import { carryDown } from './carry-down.ts';
import { checkAges } from './check-ages.ts';
import { checkCodes } from './check-codes.ts';
import { checkTotals, sumOfOthers } from './check-totals.ts';
import type { PopulationOptions, PopulationRow } from './population-rows.ts';
import { POPULATION_COLUMNS, PopulationRows } from './population-rows.ts';
import type { Table } from './table.ts';
import { columnMissing, problem, recogniseTable } from './table.ts';

export interface ReadPopulation {
  readonly rows: readonly PopulationRow[];
  /** Whether the table itself says the year. */
  readonly dated: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Reads persons by area, sex and age: one row a number (`area, sex, age, persons`), or men and women side by side
 * (`area, age, male, female`). Every fault comes back as a Problem with line and column; totals are recognised, compared
 * with their parts and left out; so is an area that is the sum of all others. Rows with a fault are not among `rows`.
 */
export function readPopulation(table: Table, options: PopulationOptions): ReadPopulation {
  const recognised = recogniseTable(table, POPULATION_COLUMNS);
  const { columns, header } = recognised;
  const problems = [...recognised.problems];
  const dated = columns.year !== undefined;
  if (header === undefined) return { rows: [], dated, problems };
  const wide = columns.male !== undefined && columns.female !== undefined;
  const absent = (wide ? (['age'] as const) : (['sex', 'age', 'persons'] as const)).filter(
    (kind) => columns[kind] === undefined,
  );
  if (absent.length > 0)
    return {
      rows: [],
      dated,
      problems: [...problems, ...absent.map((kind) => columnMissing(table, header, POPULATION_COLUMNS[kind]))],
    };
  const carried = carryDown(table.file, recognised.body, [[columns.area, columns.code], [columns.year], [columns.sex]]);
  const found = new PopulationRows(table.file, recognised, options);
  for (const row of carried.body) found.read(row, wide);
  if (carried.body.length === 0) problems.push(problem('table.empty', { file: table.file, line: header.line }, {}));
  const parent = sumOfOthers(found.rows);
  const rows = found.rows.filter(({ area }) => area !== parent);
  return {
    rows,
    dated,
    problems: [
      ...problems,
      ...carried.problems,
      ...found.problems,
      ...checkCodes(table.file, rows),
      ...checkAges(
        table.file,
        found.placed.filter(({ area }) => area !== parent),
        found.unplaced,
      ),
      ...checkTotals(
        table.file,
        rows,
        found.totals,
        found.rows.filter(({ area }) => area === parent),
      ),
      ...found.remarks(),
    ].toSorted((a, b) => (a.where.line ?? Infinity) - (b.where.line ?? Infinity)),
  };
}

import type { Problem } from '#base';
import { nearest } from '#base';
import type { Assumption } from '#plan';
import { ASSUMPTION_BOUNDS } from '#plan';
import type { Column, Table } from './table.ts';
import { areaNames, codeNames, fold, isTotalArea, problem, readNumber, recogniseTable } from './table.ts';

/** What may be given for an area at the base year; whatever is left out takes its default. */
export interface AreaRates {
  /** Children per woman. */
  readonly fertility?: number;
  /** Both sexes, years. */
  readonly lifeExpectancy?: number;
  /** Persons a year. */
  readonly netMigration?: number;
  /** Per cent. */
  readonly urbanShare?: number;
}

/** Titles of the columns of assumptions, folded; the first is the one that is shown. */
export const assumptionNames = {
  fertility: ['总和生育率', '生育率', 'fertility', 'totalfertility', 'totalfertilityrate', 'tfr'],
  lifeExpectancy: ['预期寿命', '人均预期寿命', '平均预期寿命', 'lifeexpectancy', 'e0'],
  netMigration: ['净迁入', '净迁移', '净迁入人数', '净流入', 'netmigration', 'migration'],
  sexRatioAtBirth: ['出生人口性别比', '出生性别比', 'sexratioatbirth', 'srb'],
  urbanShare: ['城镇化率', '常住人口城镇化率', 'urbanshare', 'urbanisationrate', 'urbanizationrate'],
  redistribution: ['区县间迁移强度', '迁移强度', 'redistribution'],
} as const satisfies Record<Assumption, readonly string[]>;

const KINDS = ['fertility', 'lifeExpectancy', 'netMigration', 'urbanShare'] as const;

/**
 * Reads rates by area (`area, TFR, e0, net migration, urban share`; any of them, empty cells take the default). `areas` are
 * the names and codes of the population table. Problems carry line and column.
 */
export function readRates(
  table: Table,
  areas: ReadonlyMap<string, string>,
): { readonly rates: ReadonlyMap<string, AreaRates>; readonly problems: readonly Problem[] } {
  const { fertility, lifeExpectancy, netMigration, urbanShare } = assumptionNames;
  const names = { area: areaNames, code: codeNames, fertility, lifeExpectancy, netMigration, urbanShare };
  const { columns, body, problems: faults } = recogniseTable(table, names);
  const problems = [...faults];
  const rates = new Map<string, AreaRates>();
  const lines = new Map<string, number>();
  for (const { cells, line } of body) {
    const given = [columns.area, columns.code].map((column) => (column ? (cells[column.index] ?? '').trim() : ''));
    const title = (columns.area ?? columns.code)?.title ?? '';
    const area = columns.area || columns.code ? (areas.get(given[0]!) ?? areas.get(given[1]!)) : [...areas.values()][0];
    const written = given.find((text) => text !== '') ?? '';
    if (area === undefined && isTotalArea(written)) {
      const params = { count: 1, example: written };
      problems.push(problem('table.totals-left-out', { file: table.file, line }, params, undefined, 'warning'));
      continue;
    }
    if (area === undefined) {
      const where = { file: table.file, line, path: title };
      problems.push(
        written === ''
          ? problem('table.cell-empty', where, { column: title })
          : problem('table.area-unknown', where, { area: written }, nearest(written, areas.keys())),
      );
      continue;
    }
    const earlier = lines.get(area);
    if (earlier !== undefined)
      problems.push(problem('table.row-repeated', { file: table.file, line }, { row: written, line: earlier }));
    lines.set(area, earlier ?? line);
    const own: Partial<Record<Assumption, number>> = {};
    for (const kind of KINDS) {
      const column = columns[kind];
      if (column === undefined) continue;
      const value = readAssumption(table.file, line, cells[column.index] ?? '', kind, column);
      if (typeof value === 'number') own[kind] = value;
      else if (value !== undefined) problems.push(value);
    }
    rates.set(area, own);
  }
  return { rates, problems };
}

/** The number of an assumption in a cell, within its bounds; undefined where the cell is empty. */
export function readAssumption(
  file: string,
  line: number,
  text: string,
  kind: Assumption,
  column: Column,
): number | Problem | undefined {
  if (fold(text) === '') return undefined;
  const where = { file, line, path: column.title };
  const number = readNumber(text);
  if (number === undefined) return problem('table.cell-invalid', where, { column: column.title, value: text.trim() });
  const value = number * (column.scale ?? 1);
  const [from, to] = ASSUMPTION_BOUNDS[kind];
  if (value >= from && value <= to) return value;
  return problem('plan.out-of-bounds', where, { what: column.title, value, from, to });
}

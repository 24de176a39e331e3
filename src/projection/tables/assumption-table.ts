import type { Problem } from '#base';
import type { Assumption, AssumptionPath, Scenario } from '#plan';
import { ASSUMPTIONS } from '#plan';
import { assumptionNames, readAssumption } from './rates-table.ts';
import type { Table } from './table.ts';
import { columnMissing, problem, readYear, recogniseTable } from './table.ts';

const yearNames = ['年份', '年', '年度', 'year', 'date'] as const;

/**
 * Reads a scenario from a table of assumptions by year (`year, TFR, e0, net migration, sex ratio at birth, urban share`; a
 * column each, in any order, cells may be empty). A column takes the place of the path of `start` from its first year on; before it, and
 * where there is no column, `start` stays.
 * Published totals of the past go on holding; a plan's total gives way to given net migration.
 */
export function readAssumptions(
  table: Table,
  start: Scenario,
): { readonly scenario?: Scenario; readonly problems: readonly Problem[] } {
  const { columns, body, header, problems: faults } = recogniseTable(table, { ...assumptionNames, year: yearNames });
  const problems = [...faults];
  if (header !== undefined && columns.year === undefined) problems.push(columnMissing(table, header, yearNames));
  if (header === undefined || columns.year === undefined) return { problems };
  const given = ASSUMPTIONS.filter((assumption) => columns[assumption] !== undefined);
  const name = table.file.replace(/^.*[/\\]/, '');
  const paths: Partial<Record<Assumption, AssumptionPath>> = {};
  const lines = new Map<number, number>();
  for (const { line, cells } of body) {
    const text = cells[columns.year.index] ?? '';
    const at = readYear(text);
    const where = { file: table.file, line, path: columns.year.title };
    if (at === undefined) {
      problems.push(problem('table.cell-invalid', where, { column: columns.year.title, value: text.trim() }, '2030'));
      continue;
    }
    const earlier = lines.get(at);
    if (earlier !== undefined) problems.push(problem('table.row-repeated', where, { row: at, line: earlier }));
    lines.set(at, earlier ?? line);
    for (const assumption of given) {
      const value = readAssumption(
        table.file,
        line,
        cells[columns[assumption]!.index] ?? '',
        assumption,
        columns[assumption]!,
      );
      if (typeof value === 'number')
        (paths[assumption] ??= []).push({ at, value, source: { none: `${name}:${line}` } });
      else if (value !== undefined) problems.push(value);
    }
  }
  const empty = given.filter((assumption) => paths[assumption] === undefined);
  if (empty.length > 0 || given.length === 0)
    problems.push(
      problem('table.empty', { file: table.file, line: header.line, ...(empty[0] ? { path: empty[0] } : {}) }, {}),
    );
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const joined = Object.fromEntries(
    given.map((assumption) => {
      const path = paths[assumption]!.toSorted((a, b) => a.at - b.at);
      return [assumption, [...start[assumption].filter(({ at }) => at < path[0]!.at), ...path]];
    }),
  );
  const { totals, ...rest } = start;
  const holds = totals !== undefined && (totals.role === 'observed' || paths.netMigration === undefined);
  return {
    scenario: {
      ...rest,
      ...joined,
      ...(holds ? { totals } : {}),
      id: 'given',
      label: { zh: name, en: name },
      description: { zh: `${name};其余同“${start.label.zh}”`, en: `${name}; the rest as in ${start.label.en}` },
    },
    problems,
  };
}

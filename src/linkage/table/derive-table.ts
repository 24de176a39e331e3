import type { Comparison, Grade, Operand } from '../model/model.ts';
import type { TableConfig } from './table-config.ts';
import { kindOf } from './kind-of.ts';
import { cellText } from './kinds/kind.ts';

/** A column as it is loaded into an engine. */
export interface LoadColumn {
  readonly name: string;
  readonly type: 'text' | 'integer';
  readonly values: ArrayLike<string | number | null>;
}

/** A table made comparable, with what its kinds say of comparing it. */
export interface DerivedTable {
  /** `no` (0 … n − 1) and the derived columns. */
  readonly columns: readonly LoadColumn[];
  readonly comparisons: readonly Comparison[];
  readonly grades: readonly Grade[];
  /** Distinct values of each graded column, at the place of their number. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Blocking keys by column of the config. */
  readonly keys: readonly (readonly Operand[])[];
  readonly exclusive?: string;
  readonly sources?: string;
}

/** Derives the comparable columns of a table; `cells` holds the columns of the config by name. Columns in SQL are c0, c1, … */
export function deriveTable(
  config: TableConfig,
  rows: number,
  cells: Readonly<Record<string, readonly (string | null)[]>>,
): DerivedTable {
  const columns: LoadColumn[] = [{ name: 'no', type: 'integer', values: Array.from({ length: rows }, (_, no) => no) }];
  const grades: Grade[] = [];
  const values: Record<string, readonly string[]> = {};
  let exclusive: string | undefined;
  const parts = config.columns.map(({ name, kind: kindId, exclusive: isExclusive }, index) => {
    const kind = kindOf(kindId, cells[name]!);
    const column = `c${index}`;
    const derived = cells[name]!.map((cell) => {
      const text = cellText(cell);
      return text === null ? null : kind.derive(text);
    });
    const values0 = derived.map((cell) => cell?.[''] ?? null);
    columns.push({ name: column, type: 'text', values: values0 });
    for (const suffix of kind.suffixes)
      columns.push({
        name: `${column}_${suffix}`,
        type: 'text',
        values: derived.map((cell) => cell?.[suffix] ?? null),
      });
    if (kind.measure !== undefined) {
      const { numbers, distinct } = dictionary(values0);
      columns.push({ name: `${column}_no`, type: 'integer', values: numbers });
      grades.push({ column, measure: kind.measure });
      values[column] = distinct;
    }
    if (isExclusive === true) exclusive = kindId === 'id-number' ? `${column}_valid` : column;
    return { comparison: kind.comparison(name, column), keys: kind.keys(column) };
  });
  const comparisons = crossNames(
    config,
    parts.map(({ comparison }) => comparison),
  );
  const sources = sourceBits(config, cells);
  if (sources !== undefined) columns.push({ name: 'sources', type: 'integer', values: sources });
  return {
    columns,
    comparisons,
    grades,
    values,
    keys: parts.map(({ keys }) => keys),
    ...(exclusive === undefined ? {} : { exclusive }),
    ...(sources === undefined ? {} : { sources: 'sources' }),
  };
}

/** Numbers of values in order of first appearance. */
function dictionary(values: readonly (string | null)[]): { numbers: (number | null)[]; distinct: string[] } {
  const known = new Map<string, number>();
  const numbers = values.map((value) => {
    if (value === null) return null;
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    return number;
  });
  return { numbers, distinct: [...known.keys()] };
}

/** Where a table has one given name and one surname, they may have changed places. */
function crossNames(config: TableConfig, comparisons: readonly Comparison[]): readonly Comparison[] {
  const at = (kind: string): number[] =>
    config.columns.flatMap((column, index) => (column.kind === kind ? [index] : []));
  const [given, surname] = [at('given-name'), at('surname')];
  if (given.length !== 1 || surname.length !== 1) return comparisons;
  const crossed = { id: 'crossed', when: { crossed: [`c${given[0]}`, `c${surname[0]}`] } } as const;
  return comparisons.map((comparison, index) =>
    index === given[0] || index === surname[0]
      ? { ...comparison, levels: [comparison.levels[0]!, crossed, ...comparison.levels.slice(1)] }
      : comparison,
  );
}

/** A bit for each duplicate-free source. */
function sourceBits(
  { source, duplicateFree }: TableConfig,
  cells: Readonly<Record<string, readonly (string | null)[]>>,
): number[] | undefined {
  if (source === undefined || duplicateFree.length === 0) return undefined;
  return cells[source]!.map((cell) => {
    const index = duplicateFree.indexOf(cell ?? '');
    return index < 0 ? 0 : 2 ** index;
  });
}

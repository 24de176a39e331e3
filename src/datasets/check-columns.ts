import type { Problem } from '#base';
import { nearest } from '#base';
import type { Dataset } from '#plan';

/** Share of a contract's columns that a file must have to be taken for that dataset's. */
const LIKE = 0.5;

/** What is wrong with a file's columns: missing, unknown, repeated, or all of them: another dataset's, or of no contract. */
export function checkColumns(
  dataset: Dataset,
  all: readonly Dataset[],
  columns: readonly string[],
  file: string,
): Problem[] {
  const where = { file, line: 1 };
  const share = ({ fields }: Dataset): number =>
    fields.filter(({ column }) => columns.includes(column)).length / fields.length;
  if (share(dataset) < LIKE) {
    const other = all.filter(({ id }) => id !== dataset.id).toSorted((a, b) => share(b) - share(a))[0];
    if (other !== undefined && share(other) >= LIKE)
      return [
        {
          code: 'dataset.wrong-department',
          severity: 'error',
          where,
          params: { dataset: dataset.id, other: other.id },
          fix: `popplus ingest ${other.id} ${file}`,
        },
      ];
    if (share(dataset) === 0)
      return [
        {
          code: 'dataset.no-columns',
          severity: 'error',
          where,
          params: { count: dataset.fields.length, column: dataset.fields[0]!.column },
        },
      ];
  }
  const problems: Problem[] = [];
  columns.forEach((column, index) => {
    if (columns.indexOf(column) < index)
      problems.push({ code: 'dataset.column-repeated', severity: 'error', where, params: { column } });
  });
  const needed = new Set([...dataset.key, dataset.knownSince]);
  for (const { id, column, required } of dataset.fields) {
    if (columns.includes(column)) continue;
    const like = nearest(
      column,
      columns.filter((name) => dataset.fields.every((field) => field.column !== name)),
    );
    problems.push({
      code: 'dataset.column-missing',
      severity: required || needed.has(id) ? 'error' : 'warning',
      where,
      params: { column },
      ...(like === undefined ? {} : { fix: like }),
    });
  }
  for (const column of columns)
    if (dataset.fields.every((field) => field.column !== column))
      problems.push({ code: 'dataset.column-unknown', severity: 'warning', where, params: { column } });
  return problems;
}

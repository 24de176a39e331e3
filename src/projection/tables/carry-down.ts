import type { Problem } from '#base';
import type { Column, TableRow } from './table.ts';
import { problem } from './table.ts';

/**
 * Rows with empty cells of some columns filled from the row above, as merged cells are written. A group of columns is filled
 * together, where its first is empty. One remark a group tells how often.
 */
export function carryDown(
  file: string,
  body: readonly TableRow[],
  groups: readonly (readonly (Column | undefined)[])[],
): { readonly body: readonly TableRow[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let rows = body;
  for (const group of groups) {
    const columns = group.filter((column) => column !== undefined);
    const [first] = columns;
    if (first === undefined) continue;
    const filled: number[] = [];
    let above: TableRow | undefined;
    rows = rows.map((row) => {
      const empty = (row.cells[first.index] ?? '').trim() === '';
      if (empty && above !== undefined) {
        filled.push(row.line);
        const cells = [...row.cells];
        for (const { index } of columns) cells[index] = above.cells[index] ?? '';
        return (above = { ...row, cells });
      }
      if (!empty) above = row;
      return row;
    });
    if (filled.length > 0) {
      const where = { file, line: filled[0]!, path: first.title };
      problems.push(
        problem('table.filled-down', where, { column: first.title, count: filled.length }, undefined, 'warning'),
      );
    }
  }
  return { body: rows, problems };
}

/** Why a record cannot be told into the columns of its header. */
export type RecordFault = 'too-many-columns' | 'missing-columns' | 'unquoted-value';

/**
 * A record of a delimited text (RFC 4180) as one that any reader takes: as many cells as the header has, quotation marks only around whole cells.
 * Most records hold none and come back as they are.
 */
export function tidyRecord(
  text: string,
  columns: number,
): { readonly record: string } | { readonly fault: RecordFault } {
  if (!text.includes('"')) {
    let cells = 1;
    for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) cells++;
    return cells === columns ? { record: text } : { fault: countFault(cells, columns) };
  }
  const cells = splitRecord(text);
  if (cells === undefined) return { fault: 'unquoted-value' };
  if (cells.length !== columns) return { fault: countFault(cells.length, columns) };
  return { record: cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') };
}

const countFault = (cells: number, columns: number): RecordFault =>
  cells > columns ? 'too-many-columns' : 'missing-columns';

const CELL = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/gy;

/** Cells of a record; undefined where a quotation mark stands inside a cell that does not begin and end with one. */
export function splitRecord(text: string): string[] | undefined {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const match = CELL.exec(text);
    if (match === null) return undefined;
    cells.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'));
    if (match[3] === '') return cells;
  }
}

import { dateLevels } from '../../person/date-levels.ts';
import type { Kind } from './kind.ts';

/**
 * Dates as YYYYMMDD. Reads 2001-02-03, 2001/2/3, 20010203, 2001年2月3日 and 3/2/2001; where day and month cannot be told apart the first
 * number is the month when `monthFirst`, else the day. Eight digits that are no day of the calendar are kept: a slip is still evidence.
 */
export const dateKind = (monthFirst: boolean): Kind => ({
  suffixes: [],
  derive(text) {
    const day = dateDigits(text, monthFirst);
    return day === null ? null : { '': day };
  },
  comparison: (id, column) => ({ id, needs: [column], levels: dateLevels(column) }),
  keys: (column) => [
    column,
    { part: column, from: 5, length: 4 },
    { part: column, from: 1, length: 6 },
    { part: column, from: 1, length: 4 },
  ],
});

/** Whether a column's dates have the month first: some middle number is over 12 and no first number is. */
export function isMonthFirst(cells: Iterable<string | null>): boolean {
  let middle = false;
  for (const cell of cells) {
    const match = /^(\d{1,2})\D(\d{1,2})\D\d{4}/.exec(cell ?? '');
    if (match === null) continue;
    if (Number(match[1]) > 12) return false;
    if (Number(match[2]) > 12) middle = true;
  }
  return middle;
}

function dateDigits(text: string, monthFirst: boolean): string | null {
  const plain = /^(\d{8})(?:\D|$)/.exec(text);
  if (plain !== null) return plain[1]!;
  const yearFirst = /^(\d{4})\D(\d{1,2})\D(\d{1,2})/.exec(text);
  if (yearFirst !== null) return joined(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!);
  const yearLast = /^(\d{1,2})\D(\d{1,2})\D(\d{4})/.exec(text);
  if (yearLast === null) return null;
  const [first, second, year] = [yearLast[1]!, yearLast[2]!, yearLast[3]!];
  return monthFirst ? joined(year, first, second) : joined(year, second, first);
}

const joined = (year: string, month: string, day: string): string =>
  year + month.padStart(2, '0') + day.padStart(2, '0');

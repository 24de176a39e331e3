import { isCalendarDate } from '#base';

const COMPACT = /^(\d{4})(\d{2})(\d{2})?(\d{4}|\d{6})?$/;
const PARTED = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?(?:[ T]?\d{1,2}[:时点].*)?|月)?$/;

/** Earliest year of which a feed may speak. */
const FIRST_YEAR = 1850;

/**
 * The day that a folded text says, as `YYYY-MM-DD`, or null: 20240131, 2024-1-31, 2024/1/31, 2024.1.31, 2024年1月31日, any of them with a time of
 * day behind; a month (202401, 2024-01, 2024年1月) is its first day. Only days of the calendar from 1850 on.
 */
export function parseDay(text: string): string | null {
  const parts = COMPACT.exec(text) ?? PARTED.exec(text);
  if (parts === null) return null;
  const [, year, month, day = '1'] = parts as unknown as [string, string, string, string | undefined];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(year) >= FIRST_YEAR && isCalendarDate(date) ? date : null;
}

import { isCalendarDate } from '#base';

/** Birth dates (`YYYYMMDD`) that one slip makes of another: a digit mistyped, or month and day swapped; only days of the calendar. */
export function birthSlips(birth: string): readonly string[] {
  const [year, month, day] = [birth.slice(0, 4), birth.slice(4, 6), birth.slice(6)];
  const mistyped = [...birth].flatMap((_, at) =>
    [...'0123456789'].map((digit) => `${birth.slice(0, at)}${digit}${birth.slice(at + 1)}`),
  );
  const slips = new Set([...mistyped, `${year}${day}${month}`]);
  slips.delete(birth);
  return [...slips].filter((slip) => isCalendarDate(slip.replace(/^(....)(..)(..)$/, '$1-$2-$3')));
}

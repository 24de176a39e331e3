/** Days since 1970-01-01, the city's only clock; time of day is not simulated. */
export type Day = number;

/** Later than any day of the city. */
export const NEVER: Day = 0x7fffffff;

export const dayOf = (year: number, month: number, date: number): Day =>
  Math.round(Date.UTC(year, month - 1, date) / 86_400_000);

/** Day of a `YYYY-MM-DD` text. */
export const parseDay = (text: string): Day => Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** Civil date of a day (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function calendarDay(day: Day): CalendarDay {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export const yearOf = (day: Day): number => calendarDay(day).year;

/** `YYYY-MM-DD` */
export function dateText(day: Day): string {
  const { year, month, date } = calendarDay(day);
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** Last days of the months from the month of `first` to that of `last`, both `YYYY-MM`. */
export function monthEnds(first: string, last: string): { month: string; end: Day }[] {
  const [year, month] = first.split('-').map(Number) as [number, number];
  const [lastYear, lastMonth] = last.split('-').map(Number) as [number, number];
  return Array.from({ length: (lastYear - year) * 12 + lastMonth - month + 1 }, (_, i) => {
    const at = month - 1 + i;
    return {
      month: `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      end: dayOf(year + Math.floor((at + 1) / 12), ((at + 1) % 12) + 1, 1) - 1,
    };
  });
}

/** Census years run from 1 November to 31 October, so that both censuses (1 November) stand at their ends. */
export const censusDay = (year: number): Day => dayOf(year, 11, 1);

/** Completed years at a day. */
export function ageAt(born: Day, day: Day): number {
  const a = calendarDay(born);
  const b = calendarDay(day);
  return b.year - a.year - (b.month < a.month || (b.month === a.month && b.date < a.date) ? 1 : 0);
}

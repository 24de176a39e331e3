import { calendarDay } from './calendar.ts';
import type { DatasetField } from '#plan';
import type { Contracts } from './contracts.ts';
import type { Value } from './feeds/feed.ts';

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** A day (with a fraction for the time) in one of the forms that contracts name. */
export function writeDate(day: number, form: string): string {
  const { year, month, date } = calendarDay(Math.floor(day));
  switch (form) {
    case 'YYYYMMDD':
      return `${year}${two(month)}${two(date)}`;
    case 'YYYY-MM-DD':
      return `${year}-${two(month)}-${two(date)}`;
    case 'YYYY/M/D':
      return `${year}/${month}/${date}`;
    case 'YYYY年M月D日':
      return `${year}年${month}月${date}日`;
    case 'YYYYMM':
      return `${year}${two(month)}`;
    case 'YYYY-MM':
      return `${year}-${two(month)}`;
    default: {
      const seconds = Math.floor((day - Math.floor(day)) * 86_400);
      const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60] as const;
      if (form === 'YYYY-MM-DD hh:mm:ss') return `${year}-${two(month)}-${two(date)} ${two(h)}:${two(m)}:${two(s)}`;
      if (form === 'YYYYMMDDhhmmss') return `${year}${two(month)}${two(date)}${two(h)}${two(m)}${two(s)}`;
      throw new Error(`no such form of date: ${form}`);
    }
  }
}

/** How a field writes a true value: what its contract says of dates and codes. */
export function valueWriter(field: DatasetField, { names }: Contracts): (value: Value) => string {
  switch (field.type) {
    case 'date':
    case 'time':
    case 'month': {
      const form = field.writes ?? 'YYYY-MM-DD';
      return (value) => (value === undefined ? '' : writeDate(value as number, form));
    }
    case 'code': {
      const table = names.get(field.codes ?? '') ?? new Map<string, string>();
      return field.writes === 'name'
        ? (value) => (value === undefined ? '' : (table.get(value as string) ?? String(value)))
        : (value) => (value === undefined ? '' : (value as string));
    }
    case 'identity-number':
    case 'person-name':
    case 'address':
    case 'division':
    case 'phone':
    case 'text':
    case 'whole':
    case 'amount':
      return (value) => (value === undefined ? '' : String(value));
  }
}

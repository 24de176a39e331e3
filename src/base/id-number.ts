import type { Sex } from './population.ts';

/** What an 18-digit citizen identity number says (公民身份号码, GB 11643-1999). */
export interface IdNumber {
  /** 18 characters, the last 0-9 or X. */
  readonly number: string;
  /** GB/T 2260 code in force at first registration, six digits. */
  readonly division: string;
  /** `YYYY-MM-DD` */
  readonly birth: string;
  readonly sequence: string;
  readonly sex: Sex;
}

/** Why a text is no valid identity number. */
export type IdFault = 'length' | 'characters' | 'birth-date' | 'check-digit';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of the first 17 digits: ISO 7064 MOD 11-2. */
export function idCheckDigit(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += WEIGHTS[i]! * (first17.charCodeAt(i) - 48);
  return '10X98765432'[sum % 11]!;
}

/**
 * Reads an identity number: 18 characters, or the 15 digits in use until 2013 (19 goes in before the year, and a check
 * digit at the end). Full-width characters must be folded (NFKC) before; a lower-case x and blanks around are taken.
 */
export function parseIdNumber(text: string): IdNumber | { fault: IdFault } {
  const raw = text.trim().toUpperCase();
  if (raw.length !== 18 && raw.length !== 15) return { fault: 'length' };
  if (!(raw.length === 18 ? /^\d{17}[\dX]$/ : /^\d{15}$/).test(raw)) return { fault: 'characters' };
  const first17 = raw.length === 18 ? raw.slice(0, 17) : `${raw.slice(0, 6)}19${raw.slice(6)}`;
  const birth = `${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`;
  if (!isCalendarDate(birth)) return { fault: 'birth-date' };
  const check = idCheckDigit(first17);
  if (raw.length === 18 && raw[17] !== check) return { fault: 'check-digit' };
  const sequence = first17.slice(14);
  return {
    number: first17 + check,
    division: first17.slice(0, 6),
    birth,
    sequence,
    sex: Number(sequence) % 2 === 1 ? 'male' : 'female',
  };
}

/** Whether a `YYYY-MM-DD` text is a day of the calendar, 1800 to 2199. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

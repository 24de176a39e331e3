/**
 * Digits of a telephone number of the mainland, or null: a mobile number of eleven digits (with or without +86), a fixed line with its area code
 * (`0830-2345678`) or without (seven or eight digits).
 */
export function parsePhone(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$|^0\d{9,11}$|^[2-8]\d{6,7}$/.test(digits) ? digits : null;
}

import type { Language, Missing } from '#base';
import { isMissing } from '#base';
import type { Pack } from '#plan';

/** A value in a unit of the pack, with the unit's decimals and thousands separators; missing ones as a dash. */
export function formatValue(pack: Pack, value: number | Missing, unitId: string, language: Language): string {
  if (isMissing(value)) return '—';
  const unit = pack.units.find((candidate) => candidate.id === unitId);
  if (unit?.kind === 'year') return String(Math.round(value));
  return digits(value, unit?.decimals ?? 2, language);
}

/** A count without decimals. */
export const wholeNumber = (value: number, language: Language): string => digits(value, 0, language);

/** A share (0..1) in percent. */
export const percent = (share: number, decimals: number, language: Language): string =>
  `${digits(share * 100, decimals, language)} %`;

/** A moment, by the clock of this place. */
export const momentWords = (iso: string, language: Language): string =>
  new Date(iso).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');

/** A difference in a unit of the pack, with its sign; one that rounds to nothing has none. */
export const signedValue = (pack: Pack, value: number, unitId: string, language: Language): string =>
  withSign(value, formatValue(pack, Math.abs(value), unitId, language));

/** A difference with fixed decimals and its sign. */
export const signedNumber = (value: number, decimals: number, language: Language): string =>
  withSign(value, digits(Math.abs(value), decimals, language));

const withSign = (value: number, words: string): string =>
  /[1-9]/.test(words) ? `${value < 0 ? '−' : '+'}${words}` : words;

/** A number with fixed decimals; its minus is a minus, not a hyphen, and what rounds to nothing has none. */
function digits(value: number, decimals: number, language: Language): string {
  const words = numberFormat(language, decimals).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(words) ? `−${words}` : words;
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number format with fixed decimals; made once, as making one costs more than using it. */
function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, made);
  return made;
}

/** Words of a unit; nothing for one that has none. */
export const unitName = (pack: Pack, unitId: string, language: Language): string =>
  pack.units.find((unit) => unit.id === unitId)?.label[language] ?? '';

import type { LocalText } from '#base';
import type { Pack } from '#plan';
import { personsPer } from '#projection';

/** A number in a pack's unit as people write it in a sentence: `500万人`, `5,000,000 persons`. */
export function quantity(pack: Pack, value: number, unit: string): LocalText {
  const entry = pack.units.find(({ id }) => id === unit);
  const decimals = entry?.decimals ?? 2;
  const label = entry?.label ?? { zh: '', en: '' };
  const en =
    personsPer(unit) === 1 ? `${plain(value, decimals)} ${label.en}` : `${plain(value * personsPer(unit), 0)} persons`;
  return { zh: `${plain(value, decimals)}${label.zh}`, en: en.trimEnd() };
}

/** Digits with separators of thousands, at most `decimals` of them after the point. */
export function plain(value: number, decimals: number): string {
  const text = value.toLocaleString('en-US', { maximumFractionDigits: decimals });
  return text === '-0' ? '0' : text;
}

/** Persons to the nearest hundred: estimates are not known more closely. */
export const roughPersons = (value: number): string => plain(Math.round(value / 100) * 100, 0);

/** A sentence's first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

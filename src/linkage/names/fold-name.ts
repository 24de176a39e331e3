import { standardForm } from './variant-characters.ts';

/** What stands for a character that could not be typed: `?`, asterisk, circle, square, geta mark, cross, replacement, private use. */
const PLACEHOLDER = /[?*○〇◯●□■◇〓×�\u{e000}-\u{f8ff}]/gu;

/** Answers that are no name. */
const NO_NAME = /^(无|无名|无名氏|不详|未知|未填|空|待定|无姓名|UNKNOWN|NULL|NONE|NA|N\/A|-+|\?+)$/;

/**
 * A name made comparable: NFKC (full width, compatibility forms), no blanks or brackets' content, Latin in capitals without accents,
 * one middle dot, traditional and variant characters in the registers' form, `?` for every placeholder. Null when no name is left.
 */
export function foldName(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const plain = text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[([【][^)\]】]*[)\]】]?$/u, '')
    .replace(PLACEHOLDER, '?')
    .replace(/[\s,'’\-_/\\]/gu, '')
    .replace(/[.。•・∙⋅‧●･]/gu, '·')
    .replace(/^·+|·+$/g, '')
    .toUpperCase();
  const folded = [...plain].map(standardForm).join('');
  return folded === '' || NO_NAME.test(folded) ? null : folded;
}

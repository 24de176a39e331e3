import { standardForm } from './names/variant-characters.ts';

/**
 * A Chinese address in parts that compare for equality; parts, not strings, say whether two addresses are one. `null` where the
 * address does not say.
 */
export interface AddressCodes {
  /** Road, village or estate without division, numbers and blanks, folded, e.g. `江阳西路` or `况场镇白果村`. */
  readonly address_place: string | null;
  /** Numbers from coarse to fine (号, 栋, 单元, 室, 组), joined by `-`, e.g. `12-3-1-401`. */
  readonly address_numbers: string | null;
}

export const ADDRESS_COLUMNS = ['address_place', 'address_numbers'] as const satisfies readonly (keyof AddressCodes)[];

const DIGITS = '〇一二三四五六七八九';

/**
 * Parses an address as written. Divisions down to the county are taken off (they are compared as codes); Chinese numerals before a
 * unit of number become digits; a number's unit words are dropped, so `3栋2单元` and `3幢2单元` agree.
 */
export function addressCodes(text: string | null | undefined): AddressCodes {
  const folded = [...(text ?? '').normalize('NFKC').replace(/[\s,,。.、()#]/gu, '')].map(standardForm).join('');
  if (folded === '') return { address_place: null, address_numbers: null };
  const local = folded
    .replace(/^(中国)?([^省]{2,3}省|[^自]{2,7}自治区)?/u, '')
    .replace(/^([^市]{2,4}市|[^州]{2,8}自治州)?/u, '')
    .replace(/^([^区县市镇路街]{1,4}[区县市])?/u, '')
    .replace(/[〇零一二三四五六七八九十百]+(?=(号|栋|幢|座|单元|楼|层|室|户|组|社|队|弄))/gu, numeral);
  const numbers = local.match(/\d+/g);
  const place = local
    .replace(/[第附]?\d+(号楼|号|栋|幢|座|单元|楼|层|室|户|组|社|队|弄|-|—)*/gu, '')
    .replace(/[-—]/gu, '');
  return {
    address_place: place === '' ? null : place,
    address_numbers: numbers === null ? null : numbers.map((digits) => String(Number(digits))).join('-'),
  };
}

/** Chinese numeral below one thousand as digits: 二十三 → 23, 一〇二 → 102. */
function numeral(text: string): string {
  if (!/[十百]/.test(text)) return [...text.replaceAll('零', '〇')].map((digit) => DIGITS.indexOf(digit)).join('');
  let total = 0;
  let digit = 0;
  for (const character of text) {
    if (character === '百') total += (digit || 1) * 100;
    else if (character === '十') total += (digit || 1) * 10;
    else {
      digit = Math.max(0, DIGITS.indexOf(character));
      continue;
    }
    digit = 0;
  }
  return String(total + digit);
}

import { parseIdNumber } from '#base';
import type { KindId } from './table-config.ts';
import { cellText } from './kinds/kind.ts';

/** What columns are usually called, in the order they are tried. */
const NAMES: readonly (readonly [RegExp, KindId])[] = [
  [
    /身份证|证件号|^(soc_?sec|ssn|nino|passport)|soc_sec_id|social_security|identity|id_?(card|number|no)$/i,
    'id-number',
  ],
  [/e-?mail|邮箱/i, 'email'],
  [/生日|出生日期|日期|birth_?da|date|^dob$|_dob$|^birth$/i, 'date'],
  [/电话|手机|联系方式|phone|mobile|^tel/i, 'phone'],
  [/邮编|邮政编码|postcode|post_code|zip/i, 'postcode'],
  [/地址|住址|address|street|addr$|^road|unit_number/i, 'address'],
  [/surname|last_?name|family_?name/i, 'surname'],
  [/given_?name|first_?name|forename|middle_?(name|initial)/i, 'given-name'],
  [/^(sex|gender|race.*|state|marital.*|country)$|性别|民族|婚姻|省|区县/i, 'category'],
  [/姓名|name$/i, 'latin-name'],
];

const PROBE = 500;

/** Kind of a column by its name, else by its first values; names and addresses are told Chinese from Latin by their characters. */
export function guessKind(name: string, cells: Iterable<string | null>): KindId {
  const values: string[] = [];
  for (const cell of cells) {
    const text = cellText(cell);
    if (text !== null) values.push(text);
    if (values.length === PROBE) break;
  }
  const share = (holds: (value: string) => boolean): number => values.filter(holds).length / Math.max(1, values.length);
  const byName = NAMES.find(([pattern]) => pattern.test(name))?.[1];
  if (byName === 'latin-name' || byName === 'given-name' || byName === 'surname')
    return share((value) => /\p{Script=Han}/u.test(value)) > 0.5 ? 'chinese-name' : byName;
  if (byName !== undefined) return byName;
  if (share((value) => 'number' in parseIdNumber(value)) > 0.5) return 'id-number';
  if (share((value) => /^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}/.test(value)) > 0.8) return 'date';
  if (share((value) => /^[^@\s]+@[^@\s]+$/.test(value)) > 0.8) return 'email';
  if (new Set(values).size <= Math.max(2, values.length / 20)) return 'category';
  return share((value) => /^-?[\d.,]+$/.test(value)) > 0.95 ? 'number' : 'text';
}

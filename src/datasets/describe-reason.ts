import type { Dataset } from '#plan';

/** Why a value or a row could not be taken, in words. */
const REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  empty: { zh: '未填', en: 'is empty' },
  unreadable: { zh: '读不懂', en: 'cannot be read' },
  future: { zh: '晚于今天', en: 'lies in the future' },
  length: { zh: '位数不对', en: 'has a wrong number of digits' },
  characters: { zh: '含有不该有的字符', en: 'holds characters that no number has' },
  'birth-date': { zh: '其中的出生日期不存在', en: 'says a birth date that is no day' },
  'check-digit': { zh: '校验位不符', en: 'fails its check digit' },
  quotation: { zh: '引号没有配对', en: 'a quotation mark is left open' },
  'not-json': { zh: '不是 JSON', en: 'not JSON' },
  'too-many-columns': { zh: '列数多于表头', en: 'more cells than the header has' },
  'missing-columns': { zh: '列数少于表头', en: 'fewer cells than the header has' },
  'unquoted-value': { zh: '引号用法不对', en: 'quotation marks within a value' },
  'line-size-over-maximum': { zh: '行太长', en: 'the line is too long' },
  'invalid-encoding': { zh: '编码不对', en: 'wrong encoding' },
};

/** A reason `FIELD:WHY` or `row:WHY` as a sentence, with the department's name of the column. */
export function describeReason(dataset: Dataset, reason: string, language: 'zh' | 'en'): string {
  const [place = '', why = ''] = reason.split(':');
  const words = REASONS[why]?.[language] ?? why;
  if (place === 'row') return words;
  const column = dataset.fields.find(({ id }) => id === place)?.column ?? place;
  return language === 'zh' ? `“${column}”${words}` : `“${column}” ${words}`;
}

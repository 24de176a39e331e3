import { OPEN_AGE } from '#base';
import { fold } from './table.ts';

/** Ages `from`..`to`, both included; `to` null is open. */
export interface AgeSpan {
  readonly from: number;
  readonly to: number | null;
}

export interface ReadAge extends AgeSpan {
  /** True where a spreadsheet had made a date of it (`5-9` became `5月9日`). */
  readonly wasDate?: boolean;
}

const TOTALS = new Set(['合计', '总计', '总数', '小计', '不分年龄', '各年龄', 'total', 'all', 'allages', 'subtotal']);

/**
 * Reads an age or age group: `0`, `1-4`, `5—9岁`, `10~14`, `15至19`, `85+`, `85岁及以上`, `≥85`, `85 and over`, `不满1岁`,
 * `<5`, and what spreadsheets make of `5-9` (`5月9日`, `9-May`, a date). `total` for the words of a total; undefined for anything
 * else. Ages from 100 on belong to the open group 100 and over.
 */
export function readAge(text: string): ReadAge | 'total' | undefined {
  const folded = fold(text);
  if (TOTALS.has(folded)) return 'total';
  const bare = folded.replace(/周岁|岁|yearsold|years|yrs|year/g, '').replace(/^age(s|d)?/, '');
  const single = /^(\d{1,3})(\.0+)?$/.exec(bare);
  if (single !== null) return span(Number(single[1]), Number(single[1]));
  const range = /^(\d{1,3})(?:[-‐-―−~〜至到_]{1,2}|to)(\d{1,3})$/.exec(bare);
  if (range !== null) return span(Number(range[1]), Number(range[2]));
  const open =
    /^(\d{1,3})(?:\+|及以上|以上|及其以上|andover|andabove|andolder|orover|ormore|plus)$/.exec(bare) ??
    /^(?:≥|>=)(\d{1,3})$/.exec(bare);
  if (open !== null) return span(Number(open[1]), null);
  const under = /^(?:<|不满|未满|under)(\d{1,3})$/.exec(bare) ?? /^(\d{1,3})以下$/.exec(bare);
  if (under !== null && Number(under[1]) > 0) return span(0, Number(under[1]) - 1);
  const date = monthAndDay(folded);
  const meant = date === undefined ? undefined : span(...date);
  return meant === undefined ? undefined : { ...meant, wasDate: true };
}

function span(from: number, to: number | null): AgeSpan | undefined {
  if (from > 130 || (to !== null && (to < from || to > 130))) return undefined;
  return { from: Math.min(from, OPEN_AGE), to: to === null || to >= OPEN_AGE ? null : to };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthAndDay(text: string): [number, number] | undefined {
  const chinese = /^(\d{1,2})月(\d{1,2})日$/.exec(text) ?? /^\d{4}-(\d{2})-(\d{2})$/.exec(text);
  if (chinese !== null) return [Number(chinese[1]), Number(chinese[2])];
  const english = /^(\d{1,2})-([a-z]{3})$/.exec(text) ?? /^([a-z]{3})-(\d{1,2})$/.exec(text);
  if (english === null) return undefined;
  const [month, day] = english.slice(1).toSorted((a) => (/^[a-z]/.test(a) ? -1 : 1)) as [string, string];
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? undefined : [number, Number(day)];
}

/** A group as people write it: `0`, `1-4`, `85+`. */
export const writeAge = ({ from, to }: AgeSpan): string =>
  to === null ? `${from}+` : from === to ? String(from) : `${from}-${to}`;

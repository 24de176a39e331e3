import type { Sex } from '#base';
import { fold } from './table.ts';

const WORDS: Readonly<Record<Sex | 'total', readonly string[]>> = {
  female: ['女', '女性', '女人', '女子', 'female', 'females', 'f', 'woman', 'women', 'girl', 'girls', '2', '2.0'],
  male: ['男', '男性', '男人', '男子', 'male', 'males', 'm', 'man', 'men', 'boy', 'boys', '1', '1.0'],
  total: ['合计', '小计', '总计', '男女合计', '不分性别', 'total', 'both', 'bothsexes', 'all', 't', '3'],
};

/** Reads a sex as written or coded (GB/T 2261.1: 1 male, 2 female); `total` for both together, undefined for anything else. */
export function readSex(text: string): Sex | 'total' | undefined {
  const folded = fold(text);
  return (['female', 'male', 'total'] as const).find((sex) => WORDS[sex].includes(folded));
}

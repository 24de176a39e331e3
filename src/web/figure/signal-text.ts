import { catalogue } from '../text/catalogue.ts';

/** Words of lights, of the reasons for a grey one, and of the grades of warnings. */
export const signalText = catalogue(
  {
    'light-green': '按期',
    'light-yellow': '偏慢',
    'light-red': '滞后',
    'light-grey': '不能判断',
    'in-words': '文字目标',
    'no-actual': '尚无新实绩',
    'no-baseline': '缺基期',
    'grade-blue': '蓝色',
    'grade-yellow': '黄色',
    'grade-orange': '橙色',
    'grade-red': '红色',
    'short-blue': '蓝',
    'short-yellow': '黄',
    'short-orange': '橙',
    'short-red': '红',
  },
  {
    'light-green': 'On track',
    'light-yellow': 'Slow',
    'light-red': 'Behind',
    'light-grey': 'Cannot be told',
    'in-words': 'in words',
    'no-actual': 'no new actual figure',
    'no-baseline': 'no baseline',
    'grade-blue': 'Blue',
    'grade-yellow': 'Yellow',
    'grade-orange': 'Orange',
    'grade-red': 'Red',
    'short-blue': 'Blue',
    'short-yellow': 'Yellow',
    'short-orange': 'Orange',
    'short-red': 'Red',
  },
);

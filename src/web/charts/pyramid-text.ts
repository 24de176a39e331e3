import { catalogue } from '../text/catalogue.ts';

export const pyramidText = catalogue(
  {
    female: '女',
    male: '男',
    age: '年龄',
    years: '{age}岁',
    persons: '人',
    share: '占总人口%',
    hint: '在图上移动,或按 ↑ ↓,读出各年龄的数。',
    zones: '由浅到深:0—14岁、15—59岁、60岁及以上。',
  },
  {
    female: 'Women',
    male: 'Men',
    age: 'Age',
    years: 'aged {age}',
    persons: 'persons',
    share: '% of all',
    hint: 'Move over the chart, or press ↑ ↓, to read each age.',
    zones: 'Light to dark: 0–14, 15–59, 60 and over. ',
  },
);

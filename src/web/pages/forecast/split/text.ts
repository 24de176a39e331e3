import { catalogue } from '../../../text/catalogue.ts';

export const splitText = catalogue(
  {
    title: '分解:差别从何而来',
    intro: '两个方案之差按起点人口、生育、死亡、迁移分解(四项逐一互换、取全部次序的平均),各项之和恰等于差。',
    from: '从',
    to: '到',
    chart: '{area}{indicator}:从“{from}”到“{to}”的差,按因素',
    year: '年份',
    difference: '差',
    same: '请选两个不同的方案。',
    unknown: '预测给不出该地区的这一指标。',
    actualTitle: '预测与实际:{area}常住人口的差,按账目',
    actualIntro: '实际减“{scenario}”;出生、死亡只用常住口径的公布数,缺的写明原因,不以0代替。',
    actual: '实际',
    projected: '预测',
    persons: '人',
  },
  {
    title: 'Decomposition: where the difference comes from',
    intro:
      'The difference of two scenarios by base population, fertility, mortality and migration: each is exchanged in every order and the mean taken, so the parts add up exactly.',
    from: 'From',
    to: 'to',
    chart: '{indicator}, {area}: from “{from}” to “{to}”, by factor',
    year: 'Year',
    difference: 'Difference',
    same: 'Please choose two different scenarios.',
    unknown: 'A projection cannot tell this indicator for the area.',
    actualTitle: 'Projection and outcome: residents of {area}, by account',
    actualIntro:
      'Outcome less “{scenario}”. Births and deaths count only where published for residents; what is missing says why and is never 0.',
    actual: 'outcome',
    projected: 'projected',
    persons: 'persons',
  },
);

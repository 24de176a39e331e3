import type { AreaCode, LocalText, Source } from '#base';
import type { NationalDefaults, Pack } from '#plan';
import type { AreaRates } from '../tables/rates-table.ts';
import { scheduleSource } from './baseline-tables.ts';
import type { Level } from './scenarios.ts';

/** Something taken because nothing was given, by name. */
export interface NamedDefault {
  readonly id: string;
  readonly label: LocalText;
  /** Where it is one number: with the id of its unit. */
  readonly value?: number;
  readonly unit?: string;
  readonly source: Source;
}

/** A level and where it comes from: what the user states, else his rates, else the default, which is then noted by name. */
export function levelOr(
  stated: number | undefined,
  ofRates: number | undefined,
  fallback: NamedDefault & { readonly value: number },
  noted: NamedDefault[],
): Level {
  if (stated !== undefined) return { value: stated, source: { doc: 'stated' } };
  if (ofRates !== undefined) return { value: ofRates, source: { doc: 'own-rates' } };
  noted.push(fallback);
  return { value: fallback.value, source: fallback.source };
}

/** The city's figure out of its areas': a sum of migrants, a mean by residents of the rest; undefined where no area has one. */
export function cityRate(
  kind: keyof AreaRates,
  rates: ReadonlyMap<AreaCode, AreaRates>,
  residents: ReadonlyMap<AreaCode, number>,
): number | undefined {
  let [sum, weights] = [0, 0];
  for (const [code, persons] of residents) {
    const value = rates.get(code)?.[kind];
    const weight = kind === 'netMigration' ? 1 : persons;
    if (value !== undefined) [sum, weights] = [sum + value * weight, weights + weight];
  }
  if (weights === 0) return undefined;
  return kind === 'netMigration' ? sum : sum / weights;
}

/** Schedules of the nation that every own city takes. */
export const scheduleDefaults = (template: Pack, nation: NationalDefaults): NamedDefault[] => [
  {
    id: 'reference-ages',
    label: { zh: '年龄组细分为单岁所依的全国结构', en: "the nation's ages, by which groups are graduated" },
    source: scheduleSource(template, 'reference-ages.csv'),
  },
  {
    id: 'mortality-standard',
    label: { zh: '标准生命表(全国)', en: 'standard life table (the nation)' },
    source: scheduleSource(template, 'mortality.csv'),
  },
  {
    id: 'life-expectancy-sex-gap',
    label: { zh: '预期寿命女减男', en: 'life expectancy, female less male' },
    value: nation.lifeExpectancySexGap.value,
    unit: 'years',
    source: nation.lifeExpectancySexGap.source,
  },
  {
    id: 'fertility-pattern',
    label: { zh: '生育年龄模式(全国)', en: 'age pattern of fertility (the nation)' },
    source: scheduleSource(template, 'fertility.csv'),
  },
  {
    id: 'age-zero-coverage',
    label: { zh: '普查0岁人口与出生人数之比', en: 'census persons aged 0 over births' },
    value: nation.ageZeroCoverage.value,
    source: nation.ageZeroCoverage.source,
  },
  {
    id: 'migrants-of-province',
    label: {
      zh: '户籍在本省其他县的常住人口占比:迁移流量的规模',
      en: 'residents registered elsewhere in the province, of all: the scale of moves',
    },
    value: nation.migrantsOfProvince.value,
    source: nation.migrantsOfProvince.source,
  },
  {
    id: 'migrants-from-outside',
    label: { zh: '户籍在外省的常住人口占比', en: 'residents registered in another province, of all' },
    value: nation.migrantsFromOutside.value,
    source: nation.migrantsFromOutside.source,
  },
  {
    id: 'national-paths',
    label: {
      zh: '生育、寿命的变动(全国中方案)',
      en: "the course of fertility and life expectancy (the nation's medium path)",
    },
    source: nation.fertility[0]!.source,
  },
  ...(template.uncertainty === undefined
    ? []
    : [
        {
          id: 'uncertainty',
          label: { zh: '不确定性参数(用于轨迹)', en: 'parameters of uncertainty (for trajectories)' },
          source: template.uncertainty.national[0]!.source,
        },
      ]),
];

/** That migration of the past fades. */
export const fadingMigration: NamedDefault = {
  id: 'migration-fades',
  label: { zh: '迁移十五年内减半,其后不变', en: 'migration halves in fifteen years, then stays' },
  source: { doc: 'proposal' },
};

import type { LocalText, Missing } from '#base';
import { missing, sumCounts } from '#base';
import type { AssumptionPath, Scenario } from '#plan';
import type { Baseline } from '#projection';
import { censusFertility, mortalityModel } from '#projection';

/** A census as the start of a forecast that knows nothing of later years. */
export interface CensusStart {
  readonly year: number;
  /** The pack's baseline as it would have been then. */
  readonly baseline: Baseline;
  /** Rates of that census, unchanged ever after; migration only where an earlier census tells it. */
  readonly scenario: Scenario;
  /** What is used, and from when. */
  readonly used: readonly LocalText[];
}

/**
 * A start from one of the pack's censuses with what was known in its year: its population, fertility from its persons aged 0,
 * mortality at the life expectancy of its year. From the last census on, net migration of the decade before goes on; at an
 * earlier one there is no decade before, and no migration. Missing where the year has no census or no life expectancy.
 */
export function censusStart(baseline: Baseline, year: number): CensusStart | Missing {
  const { pack, censuses, baseYear } = baseline;
  const census = censuses.get(year);
  const lifeExpectancy = pack.baseline.info.parameters.lifeExpectancy.find(({ at }) => at === year);
  if (census === undefined) return missing('not-reported', `census ${year}`);
  if (lifeExpectancy === undefined) return missing('not-reported', `life expectancy ${year}`);
  const isLast = year === baseYear;
  const infants = (area: number): number => sumCounts(census.counts, { areas: [area], from: 0, to: 0 });
  const fertility = isLast
    ? baseline
    : censusFertility(
        pack,
        census,
        census.areas.map((_, area) => infants(area)),
        (area, at, name) => baseline.variable(area, at, name),
      );
  const decadeNet = yearOfDecade(baseline);
  const [boys, girls] = (['male', 'female'] as const).map((sex) => sumCounts(census.counts, { sex, from: 0, to: 0 }));
  const [urban, total] = ['urban-population', 'total-population'].map((name) =>
    baseline.variable(pack.info.city, year, name),
  );
  const source = { doc: 'own-derivation' };
  const at = (value: number): AssumptionPath => [{ at: year, value, source }];
  return {
    year,
    baseline: {
      ...baseline,
      base: census,
      baseYear: year,
      totalFertility: fertility.totalFertility,
      cityTotalFertility: fertility.cityTotalFertility,
      fertility: fertility.fertility,
      mortality: isLast ? baseline.mortality : mortalityModel(pack, year),
    },
    scenario: {
      id: `known-in-${year}`,
      label: { zh: `${year}年所知`, en: `known in ${year}` },
      description: { zh: `只用${year}年所知`, en: `with what was known in ${year} only` },
      fertility: at(fertility.cityTotalFertility),
      lifeExpectancy: at(lifeExpectancy.value),
      sexRatioAtBirth: at((100 * boys!) / girls!),
      netMigration: at(isLast ? decadeNet : 0),
      redistribution: at(isLast ? 1 : 0),
      urbanShare: at(typeof urban === 'number' && typeof total === 'number' ? (100 * urban) / total : 50),
    },
    used: isLast ? usedAtLast(baseline, year, lifeExpectancy.value, decadeNet) : usedBefore(year, lifeExpectancy.value),
  };
}

/** Net migrants of the city in a mean year between the last two censuses, persons. */
export const yearOfDecade = ({ decadeMigration }: Baseline): number => decadeMigration.reduce((a, b) => a + b, 0) / 10;

const usedBefore = (year: number, lifeExpectancy: number): LocalText[] => [
  {
    zh: `${year}年普查分区县、年龄、性别的人口。`,
    en: `The population of the ${year} census by county, age and sex.`,
  },
  {
    zh: `生育水平:${year}年普查0岁人口按原数(漏登率当时未知),以后不变。`,
    en: `Level of fertility: persons aged 0 in the ${year} census as counted (their coverage was not known then), unchanged after.`,
  },
  {
    zh: '母亲年龄的分布:包中只有最近一次普查的全国分城镇乡生育率,按当年城乡构成加权。这一形状来自起点之后。',
    en: 'Ages of mothers: the pack has only the national schedules of the last census, weighted by the residence of the year; this shape is from after the start.',
  },
  {
    zh: `死亡:${year}年全国死亡率的形状,人均预期寿命${lifeExpectancy}岁,以后不变。`,
    en: `Mortality: the shape of the nation's rates of ${year} at a life expectancy of ${lifeExpectancy} years, unchanged after.`,
  },
  {
    zh: '迁移:没有。包中没有更早的普查;流动人口与人户差是存量,没有发生的年份,不能当作每年的流量。',
    en: 'Migration: none. The pack has no earlier census; in-migrants and the gap to the registered are stocks without dates, not flows of a year.',
  },
];

const usedAtLast = ({ baseYear }: Baseline, year: number, lifeExpectancy: number, net: number): LocalText[] => [
  {
    zh: `${year}年普查分区县、年龄、性别的人口;生育水平由普查0岁人口推算,以后不变。`,
    en: `The population of the ${year} census by county, age and sex; fertility from its persons aged 0, unchanged after.`,
  },
  {
    zh: `死亡:${year}年全国死亡率的形状,人均预期寿命${lifeExpectancy}岁,以后不变。`,
    en: `Mortality: the shape of the nation's rates of ${year} at a life expectancy of ${lifeExpectancy} years, unchanged after.`,
  },
  {
    zh: `迁移:${baseYear}年以前十年的格局继续,全市每年${Math.round(net)}人。`,
    en: `Migration: the pattern of the ten years to ${baseYear} goes on, ${Math.round(net)} a year for the city.`,
  },
];

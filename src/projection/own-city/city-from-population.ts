import type { AreaCode, Problem, Source } from '#base';
import { fingerprint } from '#base';
import type { NationalDefaults, Pack } from '#plan';
import { prepareBaseline } from '../baseline.ts';
import type { PopulationRow } from '../tables/population-rows.ts';
import type { AreaRates } from '../tables/rates-table.ts';
import { problem } from '../tables/table.ts';
import { baselineTables, residentsOf } from './baseline-tables.ts';
import type { NamedDefault } from './levels.ts';
import { cityRate, fadingMigration, levelOr, scheduleDefaults } from './levels.ts';
import type { OwnAreas } from './own-areas.ts';
import { cityScenarios, heldAt, proposal } from './scenarios.ts';

export interface OwnCityOptions {
  /** Name of the city. */
  readonly name: string;
  /** Files as the user named them. */
  readonly file: string;
  readonly ratesFile?: string | undefined;
  readonly nation: NationalDefaults;
  /** A pack that lends the nation's schedules, units and the indicators' formulas; none of its city's figures. */
  readonly template: Pack;
  /** By area code; what is left out takes its default. */
  readonly rates: ReadonlyMap<AreaCode, AreaRates>;
  readonly levels: StatedLevels;
  /** Whether anybody said the year. */
  readonly dated: boolean;
}

/** The city's levels at the base year, where the user states them. */
export interface StatedLevels {
  /** Children per woman. */
  readonly fertility?: number | undefined;
  /** Both sexes, years. */
  readonly lifeExpectancy?: number | undefined;
  /** Boys per 100 girls. */
  readonly sexRatioAtBirth?: number | undefined;
  /** Persons a year. */
  readonly netMigration?: number | undefined;
}

export interface OwnCity {
  readonly pack: Pack;
  readonly defaults: readonly NamedDefault[];
  /** Remarks; none is an error. */
  readonly problems: readonly Problem[];
}

/** Years between two censuses that migration is derived from. */
const INTERVAL = 10;
const HORIZON = 30;

/**
 * A pack, in memory, of a city of which only the population by area, sex and age is known (rows of `readPopulation`, free of errors). The
 * last year is the base; one ten years before it gives migration by cohort survival. Everything else is what the user states or a
 * named default of the nation: docs/methods/own-city.md.
 */
export function cityFromPopulation(rows: readonly PopulationRow[], where: OwnAreas, options: OwnCityOptions): OwnCity {
  const { nation, template, rates, levels } = options;
  const years = [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => a - b);
  const base = years.at(-1)!;
  const censuses = years.filter((year) => year === base || year === base - INTERVAL);
  const past = censuses.length > 1;
  const residents = residentsOf({ rows, where }, base);
  const defaults = [...(options.dated ? [] : [undated(base)]), ...scheduleDefaults(template, nation)];

  const lifeExpectancy = levelOr(
    levels.lifeExpectancy,
    cityRate('lifeExpectancy', rates, residents),
    {
      id: 'life-expectancy',
      label: { zh: '人均预期寿命(全国)', en: 'life expectancy (the nation)' },
      value: heldAt(nation.lifeExpectancy, base),
      unit: 'years',
      source: nation.lifeExpectancy[0]!.source,
    },
    defaults,
  );
  const above = lifeExpectancy.value - heldAt(nation.lifeExpectancy, base);
  const draft: Pack = {
    ...lent(template, options),
    info: {
      id: 'own-city',
      label: where.city.name,
      title: where.city.name,
      city: where.city.code,
      years: { base, from: base + 1, to: base + HORIZON, horizon: base + HORIZON },
      version: `${base}-12-31`,
      scenario: 'medium',
      fictional: false,
    },
    areas: [where.city, ...where.areas],
    baseline: baselineTables({
      rows,
      censuses,
      where,
      rates,
      nation,
      template,
      source: { doc: 'own-population' },
      lifeExpectancy: censuses.map((at) => ({
        at,
        value: heldAt(nation.lifeExpectancy, at) + above,
        source: lifeExpectancy.source,
      })),
    }),
    fingerprint: fingerprint(JSON.stringify([rows, [...rates], levels, nation, template.fingerprint])),
  };
  const { cityTotalFertility, decadeMigration } = prepareBaseline(draft);
  const fertility = levelOr(
    levels.fertility,
    cityRate('fertility', rates, residents) === undefined ? undefined : cityTotalFertility,
    {
      id: 'fertility-level',
      label: { zh: '总和生育率(由0岁人口间接推算)', en: 'total fertility (indirect, from persons aged 0)' },
      value: cityTotalFertility,
      unit: 'children-per-woman',
      source: DERIVED,
    },
    defaults,
  );
  const ofAreas = cityRate('netMigration', rates, residents);
  const netMigration = levelOr(
    levels.netMigration,
    ofAreas,
    past
      ? {
          id: 'net-migration',
          label: { zh: '净迁入(两次普查之间年均)', en: 'net migration (mean of a year between the censuses)' },
          value: decadeMigration.reduce((a, b) => a + b, 0) / INTERVAL,
          unit: 'persons',
          source: DERIVED,
        }
      : {
          id: 'net-migration',
          label: { zh: '净迁入(只有一个年份,取零)', en: 'net migration (one year of population only: none)' },
          value: 0,
          unit: 'persons',
          source: proposal('只有一个年份的人口', 'one year of population only'),
        },
    defaults,
  );
  const sexRatioAtBirth = levelOr(
    levels.sexRatioAtBirth,
    undefined,
    {
      id: 'sex-ratio-at-birth',
      label: { zh: '出生人口性别比(全国)', en: 'sex ratio at birth (the nation)' },
      value: heldAt(nation.sexRatioAtBirth, base),
      unit: 'per-100-females',
      source: nation.sexRatioAtBirth[0]!.source,
    },
    defaults,
  );
  const fades = past && defaults.some(({ id }) => id === 'net-migration');
  if (fades) defaults.push(fadingMigration);
  const urban = cityRate('urbanShare', rates, residents);
  const scenarios = cityScenarios(
    {
      base,
      fertility,
      lifeExpectancy,
      sexRatioAtBirth,
      netMigration: { ...netMigration, fades },
      pattern: past || ofAreas !== undefined,
      urbanShare:
        urban === undefined
          ? { value: nation.urbanShare.value, source: NO_URBAN }
          : { value: urban, source: { doc: 'own-rates' } },
    },
    nation,
  );
  return {
    pack: { ...draft, scenarios },
    defaults,
    problems: years
      .filter((year) => !censuses.includes(year))
      .map((year) => problem('table.census-left-out', { file: options.file }, { year, base }, undefined, 'warning')),
  };
}

const undated = (base: number): NamedDefault => ({
  id: 'base-year',
  label: { zh: '年份(表中没有写明)', en: 'year (the table does not say)' },
  value: base,
  source: proposal('最近一次普查', 'the last census'),
});

const DERIVED: Source = { doc: 'own-derivation' };
const NO_URBAN = proposal(
  '没有给出城镇人口,不计算城镇化',
  'urban residents are not given; urbanisation is not worked out',
);

const ownSource = (id: string, zh: string, en = zh) => ({ id, title: { zh, en }, secondHand: false });

/** What a pack of one's own takes over from the template, and what it leaves empty. */
function lent(template: Pack, { name, file, ratesFile, nation }: OwnCityOptions) {
  const sources = [
    ownSource('own-population', file),
    ...(ratesFile === undefined ? [] : [ownSource('own-rates', ratesFile)]),
    ownSource('stated', '用户给定', 'stated by the user'),
    ...nation.sources,
  ];
  const known = new Set(sources.map(({ id }) => id));
  return {
    document: { title: name, sections: [] },
    departments: [],
    units: template.units,
    sources: [...sources, ...template.sources.filter(({ id }) => !known.has(id))],
    indicators: template.indicators
      .filter(({ formula }) => formula !== undefined)
      .map((indicator) => ({
        ...indicator,
        kind: 'none' as const,
        section: undefined,
        checked: undefined,
        responsible: [],
        values: [],
      })),
    warnings: [],
    statements: [],
    coverage: [],
    scenarios: [],
    datasets: [],
    codeTables: [],
    schedules: [],
    uncertainty: template.uncertainty,
  };
}

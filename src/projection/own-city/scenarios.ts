import type { LocalText, Source } from '#base';
import type { AssumptionPath, NationalDefaults, Scenario } from '#plan';
import { valueAt } from '#plan';

/** What is known of a city at its base year. */
export interface CityLevels {
  readonly base: number;
  /** Children per woman. */
  readonly fertility: Level;
  /** Both sexes, years. */
  readonly lifeExpectancy: Level;
  /** Boys per 100 girls; the nation's when left out. */
  readonly sexRatioAtBirth?: Level | undefined;
  /** Persons a year; `fades` where it is a mean of the past that halves in fifteen years. */
  readonly netMigration: Level & { readonly fades: boolean };
  /** Whether there is a standing pattern of migration by area and age. */
  readonly pattern: boolean;
  /** Per cent, held. */
  readonly urbanShare: Level;
}

export interface Level {
  readonly value: number;
  readonly source: Source;
}

/** Years in which the migration of the past halves, and in which a city's own sex ratio at birth comes to the nation's. */
const FADE = 15;
const LEAST_FERTILITY = 0.3;

/**
 * The five scenarios of a city without a plan: medium (the nation's path at the city's level), low and high (the UN's
 * variants of fertility), constant, and zero migration.
 */
export function cityScenarios(levels: CityLevels, nation: NationalDefaults): Scenario[] {
  const { base } = levels;
  const along = (path: AssumptionPath, note: LocalText, value: (at: number) => number): AssumptionPath =>
    path
      .filter(({ at }) => at > base)
      .map(({ at, source }) => ({ at, value: rounded(value(at)), source: noted(source, note) }));
  const ratio = levels.fertility.value / heldAt(nation.fertility, base);
  const gain = levels.lifeExpectancy.value - heldAt(nation.lifeExpectancy, base);
  const start = (level: Level): AssumptionPath[number] => ({
    at: base,
    value: rounded(level.value),
    source: level.source,
  });
  const fertility = [
    start(levels.fertility),
    ...along(nation.fertility, FERTILITY_NOTE, (at) => heldAt(nation.fertility, at) * ratio),
  ];
  const own = levels.sexRatioAtBirth;
  const medium: Scenario = {
    id: 'medium',
    label: { zh: '中方案', en: 'Medium' },
    description: {
      zh: '生育和寿命随全国中方案变动,水平为本市;其余见假设一览。',
      en: "Fertility and life expectancy follow the nation's medium path at the city's level; the rest is in the assumption book.",
    },
    fertility,
    lifeExpectancy: [
      start(levels.lifeExpectancy),
      ...along(nation.lifeExpectancy, GAIN_NOTE, (at) => heldAt(nation.lifeExpectancy, at) + gain),
    ],
    sexRatioAtBirth:
      own === undefined
        ? nation.sexRatioAtBirth
        : [start(own), ...nation.sexRatioAtBirth.filter(({ at }) => at >= base + FADE)],
    netMigration: [
      start(levels.netMigration),
      ...(levels.netMigration.fades
        ? [{ at: base + FADE, value: rounded(levels.netMigration.value / 2), source: HALVES }]
        : []),
    ],
    redistribution: [
      { at: base, value: levels.pattern ? 1 : 0, source: levels.pattern ? GOES_ON : NO_PATTERN },
      ...(levels.netMigration.fades ? [{ at: base + FADE, value: 0.5, source: HALVES }] : []),
    ],
    urbanShare: [start(levels.urbanShare)],
  };
  const variant = (sign: 1 | -1): AssumptionPath => {
    const years = [...fertility, ...nation.fertilityVariant.filter(({ at }) => at > base)].map(({ at }) => at);
    return [...new Set(years)]
      .toSorted((a, b) => a - b)
      .map((at) => ({
        at,
        value: rounded(
          Math.max(
            LEAST_FERTILITY,
            heldAt(fertility, at) + (at === base ? 0 : sign * heldAt(nation.fertilityVariant, at)),
          ),
        ),
        source: at === base ? levels.fertility.source : noted(nation.fertilityVariant[0]!.source, VARIANT_NOTE),
      }));
  };
  return [
    { ...medium, id: 'low', label: { zh: '低方案', en: 'Low' }, description: LOW, fertility: variant(-1) },
    medium,
    { ...medium, id: 'high', label: { zh: '高方案', en: 'High' }, description: HIGH, fertility: variant(1) },
    {
      ...medium,
      id: 'constant',
      label: { zh: '不变方案', en: 'Constant' },
      description: {
        zh: '生育、死亡和迁移保持基期水平。',
        en: 'Fertility, mortality and migration stay as in the base year.',
      },
      fertility: medium.fertility.slice(0, 1),
      lifeExpectancy: medium.lifeExpectancy.slice(0, 1),
      sexRatioAtBirth: [
        { at: base, value: rounded(heldAt(medium.sexRatioAtBirth, base)), source: medium.sexRatioAtBirth[0]!.source },
      ],
      netMigration: medium.netMigration.slice(0, 1),
      redistribution: medium.redistribution.slice(0, 1),
    },
    {
      ...medium,
      id: 'zero-migration',
      label: { zh: '零迁移', en: 'Zero migration' },
      description: { zh: '无人迁入迁出,其余同中方案。', en: 'Nobody moves; the rest is as in medium.' },
      netMigration: [{ at: base, value: 0, source: NOBODY }],
      redistribution: [{ at: base, value: 0, source: NOBODY }],
    },
  ];
}

/** A path at a year, its ends held. */
export const heldAt = (path: AssumptionPath, year: number): number => valueAt(path, year, 'linear', true)!;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const noted = (source: Source, note: LocalText): Source => ('doc' in source ? { ...source, note } : source);

/** A choice of this product, to be confirmed. */
export const proposal = (zh: string, en: string): Source => ({ doc: 'proposal', note: { zh, en } });
const HALVES = proposal('十五年内减半,其后不变', 'half as strong after fifteen years, then constant');
const GOES_ON = proposal('延续以往的迁移格局', 'the pattern of the past goes on');
const NO_PATTERN = proposal('没有分地区年龄的迁移', 'no migration by area and age is given');
const NOBODY = proposal('无人迁移', 'nobody moves');
const FERTILITY_NOTE = {
  zh: '全国中方案,乘以本市与全国基期之比',
  en: "the nation's medium path, times city over nation at the base",
};
const GAIN_NOTE = { zh: '加全国自基期以来的增益', en: "plus the nation's gain since the base" };
const VARIANT_NOTE = {
  zh: '联合国高、低变动:与中方案相差5年后0.25、10年后0.40、15年后0.50个孩子',
  en: "the UN's variants: 0.25 child from the medium path after 5 years, 0.40 after 10, 0.50 after 15",
};
const LOW = { zh: '生育为低变动,其余同中方案。', en: 'Low-variant fertility; the rest is as in medium.' };
const HIGH = { zh: '生育为高变动,其余同中方案。', en: 'High-variant fertility; the rest is as in medium.' };

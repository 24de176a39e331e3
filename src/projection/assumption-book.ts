import type { LocalText, Source } from '#base';
import type { Assumption, Pack } from '#plan';
import { ASSUMPTIONS, getArea, sourceWords } from '#plan';
import { originOf } from './assumption-origin.ts';
import type { Baseline } from './baseline.ts';
import type { NamedDefault } from './own-city/levels.ts';
import type { Projection } from './run-scenario.ts';

/** One line of an assumption book, in both languages. */
export interface BookRow {
  /** Which part of the book: the run, a default, an assumption of a year, a table, a parameter. */
  readonly part: LocalText;
  readonly item: LocalText;
  /** Area it holds for; the city when empty. */
  readonly area: LocalText;
  readonly year: number | null;
  readonly value: number | string | null;
  readonly unit: LocalText;
  /** How the value came about. */
  readonly origin: LocalText;
  readonly source: LocalText;
}

/** Heads of a book's columns, in order. */
export const BOOK_COLUMNS: Readonly<Record<keyof BookRow, LocalText>> = {
  part: { zh: '部分', en: 'part' },
  item: { zh: '项目', en: 'item' },
  area: { zh: '地区', en: 'area' },
  year: { zh: '年份', en: 'year' },
  value: { zh: '数值', en: 'value' },
  unit: { zh: '单位', en: 'unit' },
  origin: { zh: '由来', en: 'origin' },
  source: { zh: '来源', en: 'source' },
};

/** What a book says of the run beside the projection itself. */
export interface BookRun {
  /** Version of the product. */
  readonly version: string;
  readonly seed?: number;
  readonly trajectories?: number;
  /** Defaults of a city without a pack. */
  readonly defaults?: readonly NamedDefault[];
}

/**
 * The assumption book of a projection: the run (version, fingerprint, scenario, seed), every default by name, every assumption
 * of every year with its source, and the tables and parameters that rates were made of. Enough to run it again.
 */
export function assumptionBook(baseline: Baseline, projection: Projection, run: BookRun): readonly BookRow[] {
  return [
    ...runRows(baseline, projection, run),
    ...(run.defaults ?? []).map((entry) => defaultRow(baseline.pack, entry)),
    ...ASSUMPTIONS.flatMap((assumption) => assumptionRows(baseline.pack, projection, assumption)),
    ...fertilityRows(baseline),
    ...tableRows(baseline.pack),
    ...parameterRows(baseline.pack),
    ...(run.trajectories === undefined ? [] : uncertaintyRows(baseline.pack, 'uncertainty', baseline.pack.uncertainty)),
  ];
}

const NONE: LocalText = { zh: '', en: '' };
const empty = { area: NONE, year: null, value: null, unit: NONE, origin: NONE, source: NONE };

const words = (pack: Pack, sources: readonly Source[]): LocalText => ({
  zh: sources.map((source) => sourceWords(pack, source, 'zh')).join(';'),
  en: sources.map((source) => sourceWords(pack, source, 'en')).join('; '),
});

const unitOf = (pack: Pack, id: string | undefined): LocalText =>
  pack.units.find((unit) => unit.id === id)?.label ?? NONE;

function runRows({ pack, baseYear }: Baseline, { scenario, years }: Projection, run: BookRun): BookRow[] {
  const part = { zh: '运行', en: 'run' };
  const row = (zh: string, en: string, value: number | string): BookRow => ({
    ...empty,
    part,
    item: { zh, en },
    value,
  });
  return [
    row('软件版本', 'version of the product', run.version),
    row('数据指纹', 'fingerprint of the data', pack.fingerprint),
    row('城市', 'city', pack.info.label.zh),
    { ...row('方案', 'scenario', scenario.id), source: scenario.description },
    row('基期', 'base year', baseYear),
    row('末年', 'last year', years.at(-1) ?? baseYear),
    ...(run.trajectories === undefined ? [] : [row('轨迹数', 'trajectories', run.trajectories)]),
    ...(run.seed === undefined ? [] : [row('随机种子', 'seed', run.seed)]),
  ];
}

const defaultRow = (pack: Pack, { id, label, value, unit, source }: NamedDefault): BookRow => ({
  ...empty,
  part: { zh: '缺省值', en: 'default' },
  item: { zh: `${label.zh} (${id})`, en: `${label.en} (${id})` },
  value: value ?? null,
  unit: unitOf(pack, unit),
  source: words(pack, [source]),
});

const ASSUMPTION_WORDS: Readonly<Record<Assumption, readonly [LocalText, LocalText]>> = {
  fertility: [
    { zh: '总和生育率', en: 'total fertility' },
    { zh: '个/妇女', en: 'children per woman' },
  ],
  lifeExpectancy: [
    { zh: '人均预期寿命', en: 'life expectancy' },
    { zh: '岁', en: 'years' },
  ],
  netMigration: [
    { zh: '净迁入', en: 'net migration' },
    { zh: '人/年', en: 'persons a year' },
  ],
  sexRatioAtBirth: [
    { zh: '出生人口性别比', en: 'sex ratio at birth' },
    { zh: '女=100', en: 'per 100 girls' },
  ],
  urbanShare: [
    { zh: '城镇化率', en: 'urban share' },
    { zh: '%', en: '%' },
  ],
  redistribution: [
    { zh: '迁移格局强度', en: 'intensity of standing migration' },
    { zh: '1=如估计', en: '1 = as estimated' },
  ],
};

const ORIGIN_WORDS = {
  given: { zh: '方案给定', en: 'given by the scenario' },
  interpolated: { zh: '两年之间插值', en: 'interpolated' },
  beyond: { zh: '沿用末值', en: 'held beyond the last value' },
  closed: { zh: '由总人口推算', en: 'closed by a given total' },
  own: { zh: '自行设定', en: 'set by the user' },
} as const satisfies Record<string, LocalText>;

function assumptionRows(pack: Pack, { scenario, used, changes }: Projection, assumption: Assumption): BookRow[] {
  const [item, unit] = ASSUMPTION_WORDS[assumption];
  return [...used].map(([year, values]) => {
    const closed = assumption === 'netMigration' && values.closed;
    const { origin, sources } = originOf(pack, scenario, assumption, year, closed);
    const own = !closed && changes[assumption] !== undefined;
    return {
      ...empty,
      part: { zh: '假设', en: 'assumption' },
      item,
      unit,
      year,
      value: values[assumption],
      origin: ORIGIN_WORDS[own ? 'own' : origin],
      source: own ? NONE : words(pack, sources),
    };
  });
}

/** The counties' own fertility at the base year, whose ratios to each other stay. */
const fertilityRows = ({ pack, counties, baseYear, totalFertility }: Baseline): BookRow[] =>
  counties.map((code, index) => ({
    ...empty,
    part: { zh: '区县水平', en: 'level of an area' },
    item: ASSUMPTION_WORDS.fertility[0],
    unit: ASSUMPTION_WORDS.fertility[1],
    area: getArea(pack, code).name,
    year: baseYear,
    value: totalFertility[index]!,
    origin: { zh: '推算', en: 'estimated' },
  }));

const tableRows = (pack: Pack): BookRow[] =>
  pack.baseline.info.files.map(({ file, year, source, note }) => ({
    ...empty,
    part: { zh: '数据表', en: 'table' },
    item: { zh: file, en: file },
    year: year ?? null,
    source: words(pack, [source]),
    origin: { zh: note ?? '', en: note ?? '' },
  }));

const parameterRows = (pack: Pack): BookRow[] =>
  Object.entries(pack.baseline.info.parameters).flatMap(([name, entry]) =>
    (entry === undefined ? [] : [entry].flat()).map((value): BookRow => ({
      ...empty,
      part: { zh: '参数', en: 'parameter' },
      item: { zh: name, en: name },
      year: 'at' in value ? value.at : null,
      value: 'value' in value ? value.value : `${value.intercept} + ${value.slope} x, ${value.years}`,
      source: words(pack, [value.source]),
    })),
  );

/** The numbers of uncertainty that trajectories are drawn by: each beside the source that stands with it. */
function uncertaintyRows(pack: Pack, path: string, node: unknown): BookRow[] {
  if (typeof node !== 'object' || node === null) return [];
  const entries = Object.entries(node as Record<string, unknown>);
  const source = 'source' in node ? words(pack, [node.source as Source]) : NONE;
  const at = 'at' in node ? Number(node.at) : null;
  return entries.flatMap(([key, value]): BookRow[] => {
    if (key === 'source' || key === 'note' || key === 'at') return [];
    const item = Array.isArray(node) ? path : `${path}.${key}`;
    if (typeof value !== 'number')
      return uncertaintyRows(pack, item, value).map((row) =>
        row.source === NONE ? { ...row, source, year: row.year ?? at } : row,
      );
    const part = { zh: '不确定性', en: 'uncertainty' };
    return [{ ...empty, part, item: { zh: item, en: item }, year: at, value, source }];
  });
}

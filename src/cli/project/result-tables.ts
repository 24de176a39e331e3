import type { AreaCode, Figure, Language } from '#base';
import { AGES, SEXES, isMissing } from '#base';
import { productVersion } from '#files';
import type { FigureBook } from '#indicators';
import type { Fan } from '#outlook';
import type { Indicator, Pack } from '#plan';
import { getArea, sourceWords } from '#plan';
import type { Baseline, BookRow, Projection } from '#projection';
import { BOOK_COLUMNS, assumptionBook, indicesOf } from '#projection';
import type { DataCell, DataTable } from './data-table.ts';
import { column } from './data-table.ts';
import type { Result } from './result.ts';

export interface Wanted {
  readonly areas: readonly AreaCode[];
  readonly indicators: readonly Indicator[];
}

/** The tables of a result: figures, single ages where wanted, the assumption book; a wide one first for those who read. */
export function tablesOf(
  { baseline, defaults, projection, areas, indicators, figures, drawn }: Result,
  wanted: { readonly wide: boolean; readonly ages: boolean },
  language: Language,
): readonly DataTable[] {
  const { pack } = baseline;
  const run = drawn === undefined ? {} : { seed: drawn.seed, trajectories: drawn.trajectories };
  const book = assumptionBook(baseline, projection, { version: productVersion, defaults, ...run });
  return [
    ...(wanted.wide ? [wideTable(pack, figures, { areas, indicators }, language)] : []),
    figureTable(pack, figures, projection.scenario.id, drawn?.fans, language),
    ...(wanted.ages ? [ageTable(baseline, projection, areas, language)] : []),
    bookTable(book, language),
  ];
}

/** Figures of every area, indicator and year wanted. */
export function figuresOf(book: FigureBook, projection: Projection, { areas, indicators }: Wanted): readonly Figure[] {
  return areas.flatMap((area) =>
    indicators.flatMap(({ id }) =>
      projection.years.map((year) => book.projected(id, area, year, projection.scenario.id)),
    ),
  );
}

/** Quantiles of a fan as columns. */
const QUANTILES = [
  ['low95', column('p2_5', '95%区间下限', '95 % interval, low', 'number')],
  ['low80', column('p10', '80%区间下限', '80 % interval, low', 'number')],
  ['median', column('p50', '中位数', 'median', 'number')],
  ['high80', column('p90', '80%区间上限', '80 % interval, high', 'number')],
  ['high95', column('p97_5', '95%区间上限', '95 % interval, high', 'number')],
  ['mean', column('mean', '均值', 'mean', 'number')],
] as const;

/**
 * One figure a row, with basis, status and source; a figure that cannot be had is empty, with the reason. With trajectories, their
 * quantiles beside it.
 */
function figureTable(
  pack: Pack,
  figures: readonly Figure[],
  scenario: string,
  fans: readonly Fan[] | undefined,
  language: Language,
): DataTable {
  const quantiles = new Map(
    fans?.flatMap(({ area, indicator, years }) =>
      years.map((year) => [`${area} ${indicator} ${year.year}`, QUANTILES.map(([key]) => tidy(year[key]))] as const),
    ),
  );
  return {
    id: '',
    title: { zh: '结果(逐项)', en: 'figures' },
    columns: [
      column('scenario', '方案', 'scenario'),
      column('area', '地区代码', 'area code'),
      column('area_name', '地区', 'area'),
      column('year', '年份', 'year', 'whole'),
      column('indicator', '指标代码', 'indicator id'),
      column('indicator_name', '指标', 'indicator'),
      column('value', '数值', 'value', 'number'),
      ...(fans === undefined ? [] : QUANTILES.map(([, title]) => title)),
      column('unit', '单位', 'unit'),
      column('basis', '口径', 'basis'),
      column('status', '状态', 'status'),
      column('missing', '缺失原因', 'why missing'),
      column('source', '来源', 'source'),
    ],
    rows: figures.map((figure) => [
      scenario,
      figure.area,
      getArea(pack, figure.area).name[language],
      figure.year,
      figure.indicator,
      labelOf(pack, figure.indicator)[language],
      isMissing(figure.value) ? null : tidy(figure.value),
      ...(fans === undefined
        ? []
        : (quantiles.get(`${figure.area} ${figure.indicator} ${figure.year}`) ?? QUANTILES.map(() => null))),
      figure.unit,
      figure.basis,
      figure.status,
      isMissing(figure.value) ? figure.value.missing : null,
      sourceWords(pack, figure.source, language),
    ]),
  };
}

/** Areas and years down, indicators across: the sheet that people read. */
export function wideTable(
  pack: Pack,
  figures: readonly Figure[],
  { areas, indicators }: Wanted,
  language: Language,
): DataTable {
  const values = new Map(figures.map(({ area, year, indicator, value }) => [`${area} ${year} ${indicator}`, value]));
  const years = [...new Set(figures.map(({ year }) => year))];
  const unit = (id: string) => pack.units.find((entry) => entry.id === id)?.label ?? { zh: id, en: id };
  return {
    id: 'wide',
    title: { zh: '结果', en: 'results' },
    columns: [
      column('area_name', '地区', 'area'),
      column('year', '年份', 'year', 'whole'),
      ...indicators.map(({ id, label, unit: of }) =>
        column(id, `${label.zh}(${unit(of).zh})`, `${label.en} (${unit(of).en})`, 'number'),
      ),
    ],
    rows: areas.flatMap((area) =>
      years.map((year): DataCell[] => [
        getArea(pack, area).name[language],
        year,
        ...indicators.map(({ id }) => {
          const value = values.get(`${area} ${year} ${id}`);
          return typeof value === 'number' ? tidy(value) : null;
        }),
      ]),
    ),
  };
}

/** Persons by single age and sex; age 100 is 100 and over. */
function ageTable(
  baseline: Baseline,
  { populations, years, scenario }: Projection,
  areas: readonly AreaCode[],
  language: Language,
): DataTable {
  const rows: DataCell[][] = [];
  for (const area of areas) {
    const name = getArea(baseline.pack, area).name[language];
    const indices = indicesOf(baseline, area);
    years.forEach((year, at) => {
      SEXES.forEach((sex, s) => {
        for (let age = 0; age < AGES; age++) {
          let persons = 0;
          for (const index of indices) persons += populations[at]![(index * 2 + s) * AGES + age]!;
          rows.push([scenario.id, area, name, year, sex, age, tidy(persons)]);
        }
      });
    });
  }
  return {
    id: 'ages',
    title: { zh: '分年龄性别', en: 'ages' },
    columns: [
      column('scenario', '方案', 'scenario'),
      column('area', '地区代码', 'area code'),
      column('area_name', '地区', 'area'),
      column('year', '年份', 'year', 'whole'),
      column('sex', '性别', 'sex'),
      column('age', '年龄(100为100岁及以上)', 'age (100 is 100 and over)', 'whole'),
      column('persons', '人口', 'persons', 'number'),
    ],
    rows,
  };
}

/** The assumption book in one language. */
const bookTable = (rows: readonly BookRow[], language: Language): DataTable => ({
  id: 'assumptions',
  title: { zh: '假设一览', en: 'assumptions' },
  columns: Object.entries(BOOK_COLUMNS).map(([id, { zh, en }]) => column(id, zh, en, id === 'year' ? 'whole' : 'text')),
  rows: rows.map(({ part, item, area, year, value, unit, origin, source }) => [
    part[language],
    item[language],
    area[language] || null,
    year,
    typeof value === 'number' ? tidy(value) : value,
    unit[language] || null,
    origin[language] || null,
    source[language] || null,
  ]),
});

const labelOf = (pack: Pack, id: string) => pack.indicators.find((indicator) => indicator.id === id)!.label;

/** Six decimals: finer than any figure here means. */
const tidy = (value: number): number => Number(value.toFixed(6));

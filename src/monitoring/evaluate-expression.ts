import type { Missing, Source } from '#base';
import { isMissing, missing } from '#base';
import type { FigureBook } from '#indicators';
import type { DatedValue, Expression, Indicator } from '#plan';
import { countiesOf, getArea, getIndicator } from '#plan';
import { meets } from '#warning';

/** A number in an arithmetic, with its words and where it comes from. */
export interface Leaf {
  readonly name: { readonly zh: string; readonly en: string };
  readonly value: number | Missing;
  readonly source?: Source | undefined;
}

/** An expression worked out: its value, the arithmetic as people would write it, and the numbers in it. */
export interface Evaluated {
  readonly value: number | Missing;
  readonly arithmetic: string;
  readonly leaves: readonly Leaf[];
}

/** Works out an expression of a statement against a figure book. What cannot be had is Missing, with the arithmetic still shown. */
export function evaluateExpression(book: FigureBook, expression: Expression): Evaluated {
  const { pack } = book.baseline;
  const { city } = pack.info;
  const recurse = (inner: Expression): Evaluated => evaluateExpression(book, inner);
  if ('number' in expression)
    return leaf(
      { zh: '文中数字', en: 'number in the text' },
      expression.number,
      expression.source as Source | undefined,
    );
  if ('figure' in expression) {
    const found = findFigure(pack.indicators, expression.figure, expression.at, expression.area);
    if (found === undefined)
      return leaf({ zh: expression.figure, en: expression.figure }, missing('not-reported', expression.figure));
    return statedLeaf(found.indicator, found.value);
  }
  if ('stated' in expression) {
    const { indicator: id, at, area = city, role, section } = expression.stated;
    const indicator = getIndicator(pack, id);
    const value = indicator.values.find(
      (candidate) =>
        candidate.at === at &&
        (candidate.area ?? city) === area &&
        (role === undefined || candidate.role === role) &&
        (section === undefined || ('section' in candidate.source && candidate.source.section === section)),
    );
    return value === undefined ? leaf(indicator.label, missing('not-reported', id)) : statedLeaf(indicator, value);
  }
  if ('computed' in expression) {
    const { indicator: id, at, area = city, scenario } = expression.computed;
    const figure = scenario === undefined ? book.actual(id, area, at) : book.projected(id, area, at, scenario);
    return leaf(named(book, id, area, at, scenario), figure.value, figure.source);
  }
  if ('peakYear' in expression) {
    const { indicator, scenario } = expression.peakYear;
    const series = book.projectedSeries(indicator, city, scenario);
    const peak = series.reduce<(typeof series)[number] | undefined>(
      (best, figure) => (best === undefined || Number(figure.value) > Number(best.value) ? figure : best),
      undefined,
    );
    return leaf(
      {
        zh: `${label(book, indicator).zh}峰值年(${scenario})`,
        en: `year of the peak of ${label(book, indicator).en} (${scenario})`,
      },
      peak?.year ?? missing('not-computable', indicator),
    );
  }
  if ('firstYear' in expression) {
    const { indicator, scenario, when } = expression.firstYear;
    const first = book.projectedSeries(indicator, city, scenario).find((figure) => meets(Number(figure.value), when));
    return leaf(
      {
        zh: `${label(book, indicator).zh}首次${bounds(when)}的年份(${scenario})`,
        en: `first year of ${label(book, indicator).en} ${bounds(when)} (${scenario})`,
      },
      first?.year ?? missing('outside-period', indicator),
    );
  }
  if ('countAreas' in expression) {
    const { indicator, at, when } = expression.countAreas;
    const figures = countiesOf(pack).map((area) => ({ area, figure: book.actual(indicator, area.code, at) }));
    const absent = figures.find(({ figure }) => isMissing(figure.value));
    if (absent !== undefined) return leaf(absent.area.name, absent.figure.value);
    const kept = figures.filter(({ figure }) => !isMissing(figure.value) && meets(figure.value, when));
    return {
      value: kept.length,
      arithmetic: `#{${kept.map(({ area, figure }) => `${area.name.zh} ${tidy(Number(figure.value))}`).join(', ')}}`,
      leaves: kept.map(({ area, figure }) => ({ name: area.name, value: figure.value, source: figure.source })),
    };
  }
  if ('sumOverCounties' in expression) {
    const { indicator, at } = expression.sumOverCounties;
    return combine(
      countiesOf(pack).map((area) => {
        const stated = getIndicator(pack, indicator).values.find(
          (value) => value.at === at && value.area === area.code && value.value !== undefined,
        );
        if (stated !== undefined) return leaf(area.name, stated.value!, stated.source);
        const figure = book.actual(indicator, area.code, at);
        return leaf(area.name, figure.value, figure.source);
      }),
      ' + ',
      (values) => values.reduce((a, b) => a + b, 0),
    );
  }
  if ('sum' in expression)
    return combine(expression.sum.map(recurse), ' + ', (values) => values.reduce((a, b) => a + b, 0));
  if ('product' in expression)
    return combine(expression.product.map(recurse), ' × ', (values) => values.reduce((a, b) => a * b, 1));
  if ('difference' in expression) return combine(expression.difference.map(recurse), ' − ', ([a, b]) => a! - b!);
  if ('ratio' in expression) {
    const { times = 1 } = expression;
    const result = combine(expression.ratio.map(recurse), ' ÷ ', ([a, b]) =>
      b === 0 ? missing('denominator-zero') : (a! / b!) * times,
    );
    return times === 1 ? result : { ...result, arithmetic: `${result.arithmetic} × ${times}` };
  }
  const inner = recurse(expression.round);
  const power = 10 ** expression.decimals;
  return isMissing(inner.value) ? inner : { ...inner, value: Math.round(inner.value * power) / power };
}

/** The dated value that carries a figure id of the plan's inventory. */
function findFigure(
  indicators: readonly Indicator[],
  figure: string,
  at: number | undefined,
  area: string | undefined,
): { indicator: Indicator; value: DatedValue } | undefined {
  for (const indicator of indicators)
    for (const value of indicator.values)
      if (
        value.figures?.includes(figure) === true &&
        (at === undefined || value.at === at) &&
        (area === undefined || value.area === area)
      )
        return { indicator, value };
  return undefined;
}

const statedLeaf = (indicator: Indicator, value: DatedValue): Evaluated =>
  leaf(
    { zh: `${indicator.label.zh}(${value.at})`, en: `${indicator.label.en} (${value.at})` },
    value.value ?? value.range?.[0] ?? missing('qualitative', indicator.id),
    value.source,
  );

const label = (book: FigureBook, id: string) => getIndicator(book.baseline.pack, id).label;

function named(book: FigureBook, id: string, area: string, at: number, scenario: string | undefined) {
  const place = getArea(book.baseline.pack, area).name;
  const suffix = scenario === undefined ? '' : ` · ${scenario}`;
  return {
    zh: `${place.zh} ${label(book, id).zh}(${at}${suffix})`,
    en: `${place.en}: ${label(book, id).en} (${at}${suffix})`,
  };
}

const leaf = (name: Leaf['name'], value: number | Missing, source?: Source): Evaluated => ({
  value,
  arithmetic: isMissing(value) ? '?' : tidy(value),
  leaves: [{ name, value, source }],
});

function combine(parts: readonly Evaluated[], sign: string, work: (values: number[]) => number | Missing): Evaluated {
  const arithmetic = parts
    .map((part) => (/ [+−×÷] /.test(part.arithmetic) ? `(${part.arithmetic})` : part.arithmetic))
    .join(sign);
  const leaves = parts.flatMap((part) => part.leaves);
  const absent = parts.find((part) => isMissing(part.value));
  if (absent !== undefined) return { value: absent.value, arithmetic, leaves };
  return { value: work(parts.map((part) => part.value as number)), arithmetic, leaves };
}

const tidy = (value: number): string => String(Math.round(value * 10_000) / 10_000);

const bounds = (when: {
  atLeast?: number | undefined;
  above?: number | undefined;
  atMost?: number | undefined;
  below?: number | undefined;
}): string =>
  [
    when.atLeast === undefined ? '' : `≥ ${when.atLeast}`,
    when.above === undefined ? '' : `> ${when.above}`,
    when.atMost === undefined ? '' : `≤ ${when.atMost}`,
    when.below === undefined ? '' : `< ${when.below}`,
  ]
    .filter((part) => part !== '')
    .join(' ');

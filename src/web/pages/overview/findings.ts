import type { Figure } from '#base';
import { isMissing } from '#base';
import type { FigureBook } from '#indicators';
import type { Comparison, DatedValue, Indicator, Scenario } from '#plan';
import { findIndicator, valuesFor, referenceScenario } from '#plan';
import { solve } from '#outlook';
import { personsPer, projectionSource } from '#projection';
import { meets } from '#warning';
import { planFigure } from '../../figure/plan-figure.ts';

/** The plan's population targets beside what is and what the reference scenario expects. */
export interface SizeFinding {
  readonly latest: Figure;
  readonly scenario: Scenario;
  readonly targets: readonly { readonly target: Figure; readonly expected: Figure; readonly gap: number | undefined }[];
  /** Net migration a year that the last target takes, what the scenario assumes, and what the published totals imply so far. */
  readonly migration?: {
    readonly from: number;
    readonly to: number;
    readonly required?: Figure;
    readonly assumed: Figure;
    readonly recent?: Figure;
  };
}

const SIZE = 'resident-population';
const MIGRATION = 'net-migration';

export function sizeFinding(book: FigureBook): SizeFinding | undefined {
  const { pack } = book.baseline;
  const { city } = pack.info;
  const indicator = findIndicator(pack, SIZE);
  if (indicator === undefined) return undefined;
  const series = book.actualSeries(SIZE, city);
  const latest = series[series.length - 1];
  const stated = new Map(valuesFor(pack, indicator, city, ['target']).map((value) => [value.at, value]));
  if (latest === undefined || stated.size === 0) return undefined;
  const scenario = referenceScenario(pack);
  const targets = [...stated.values()].map((value) => {
    const expected = book.projected(SIZE, city, value.at, scenario.id);
    return {
      target: planFigure(indicator, city, value, value.value),
      expected,
      gap: isMissing(expected.value) ? undefined : expected.value - value.value,
    };
  });
  const migration = migrationFinding(book, scenario, indicator, latest.year, targets[targets.length - 1]!.target);
  return { latest, scenario, targets, ...(migration === undefined ? {} : { migration }) };
}

function migrationFinding(
  book: FigureBook,
  scenario: Scenario,
  size: Indicator,
  since: number,
  target: Figure,
): SizeFinding['migration'] {
  if (target.year <= since) return undefined;
  const { baseline, projections } = book;
  const [from, to] = [since + 1, target.year];
  const required = solve(baseline, {
    scenario,
    aim: { indicator: size.id, area: target.area, year: to, target: Number(target.value) },
    unknown: 'netMigration',
    from,
  });
  const used = [...(projections.get(scenario.id)?.used ?? [])];
  const ahead = used.filter(([year]) => year >= from && year <= to).map(([, year]) => year.netMigration);
  const closed = used.filter(([, year]) => year.closed);
  const indicator = findIndicator(baseline.pack, MIGRATION);
  const unit = indicator?.unit ?? 'persons';
  const figure = (value: number, year: number, formula: string): Figure => ({
    indicator: MIGRATION,
    area: baseline.pack.info.city,
    year,
    value: value / personsPer(unit),
    unit,
    basis: 'resident',
    status: 'projected',
    scenario: scenario.id,
    source: projectionSource(scenario),
    explanation: {
      formula,
      inputs: [{ name: size.label, value: target.value, unit: target.unit, source: target.source }],
    },
  });
  return {
    from,
    to,
    assumed: {
      ...figure(mean(ahead), to, `mean of the years ${from}–${to}`),
      explanation: { formula: `mean of the years ${from}–${to}`, inputs: [] },
    },
    ...(required.found ? { required: figure(required.value, to, `P(${to}) = P*(${to}) ⇒ M`) } : {}),
    ...(closed.length === 0
      ? {}
      : {
          recent: {
            ...figure(mean(closed.map(([, year]) => year.netMigration)), closed[closed.length - 1]![0], ''),
            status: 'estimated' as const,
            explanation: {
              formula: `M = ΔP − (B − D), mean of ${closed[0]![0]}–${closed[closed.length - 1]![0]}`,
              inputs: [],
            },
          },
        }),
  };
}

/** A level that the plan expects an indicator to pass by a year, and the first year of each scenario beyond it. */
export interface CrossingFinding {
  readonly indicator: Indicator;
  readonly stated: DatedValue & { value: number };
  readonly figure: Figure;
  readonly crossings: readonly { readonly scenario: Scenario; readonly figure?: Figure }[];
}

/** Every level with a direction (`above`, `at least`, `below`, `at most`) that the plan forecasts for the city. */
export function crossingFindings(book: FigureBook): readonly CrossingFinding[] {
  const { pack, baseYear } = book.baseline;
  const { city } = pack.info;
  return pack.indicators.flatMap((indicator) =>
    valuesFor(pack, indicator, city, ['forecast']).flatMap((stated) => {
      const when = condition(stated.bound, stated.value);
      if (when === undefined || indicator.formula === undefined) return [];
      const crossings = pack.scenarios.map((scenario) => {
        const first = book
          .projectedSeries(indicator.id, city, scenario.id)
          .find((figure) => figure.year > baseYear && meets(Number(figure.value), when));
        return { scenario, ...(first === undefined ? {} : { figure: first }) };
      });
      return [{ indicator, stated, figure: planFigure(indicator, city, stated, stated.value), crossings }];
    }),
  );
}

function condition(bound: DatedValue['bound'], value: number): Comparison | undefined {
  switch (bound) {
    case 'above':
      return { above: value };
    case 'at-least':
      return { atLeast: value };
    case 'below':
      return { below: value };
    case 'at-most':
      return { atMost: value };
    case 'about':
    case 'exactly':
      return undefined;
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

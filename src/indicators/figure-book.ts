import type { AreaCode, Figure, Source } from '#base';
import { isMissing, missing } from '#base';
import type { Indicator, NumberedValue } from '#plan';
import { getIndicator, valuesFor } from '#plan';
import type { Baseline, Projection } from '#projection';
import { projectionSource } from '#projection';
import { actualInputs } from './actual-inputs.ts';
import { evaluate } from './formula.ts';
import { formulas } from './formulas/index.ts';
import { projectedInputs } from './projected-inputs.ts';

/** Every figure of a pack, on demand: what has been, and what each projection says. */
export interface FigureBook {
  readonly baseline: Baseline;
  readonly projections: ReadonlyMap<string, Projection>;
  /** What is known of the past: computed from the census where that is possible, else as reported, else missing with the reason. */
  actual(indicator: string, area: AreaCode, year: number): Figure;
  /** What a scenario says of a year after the base; up to the base, the actual figure. */
  projected(indicator: string, area: AreaCode, year: number, scenario: string): Figure;
  /** Actual figures of all years that have one, ascending. */
  actualSeries(indicator: string, area: AreaCode): readonly Figure[];
  projectedSeries(indicator: string, area: AreaCode, scenario: string): readonly Figure[];
}

export function figureBook(baseline: Baseline, projections: ReadonlyMap<string, Projection>): FigureBook {
  const { pack, baseYear } = baseline;

  const actual = (id: string, area: AreaCode, year: number): Figure => {
    const indicator = getIndicator(pack, id);
    const formula = indicator.formula === undefined ? undefined : formulas.get(indicator.formula);
    const reported = valuesFor(pack, indicator, area, ['observed', 'baseline', 'reported']).find(
      (value) => value.at === year,
    );
    const start = year === pack.baseline.start?.year && area !== pack.info.province ? pack.baseline.start : undefined;
    if (formula !== undefined) {
      const { value, explanation, estimated } = evaluate(formula, actualInputs(baseline, area, year));
      if (!isMissing(value)) {
        const derived = estimated || explanation.inputs.some((input) => isDerived(input.source));
        return {
          ...shell(indicator, area, year),
          value,
          basis: formula.basis,
          status: start?.status ?? (derived ? 'estimated' : 'observed'),
          source: start?.source ??
            explanation.inputs.find((input) => input.source !== undefined)?.source ?? { none: 'computed' },
          explanation,
        };
      }
      if (reported === undefined)
        return { ...shell(indicator, area, year), value, source: { none: 'not reported' }, explanation };
    }
    if (reported !== undefined) return reportedFigure(indicator, area, reported);
    const reason = start === undefined ? 'not-reported' : 'not-in-register';
    return { ...shell(indicator, area, year), value: missing(reason, id), source: { none: 'not reported' } };
  };

  const projected = (id: string, area: AreaCode, year: number, scenario: string): Figure => {
    if (year <= baseYear) return actual(id, area, year);
    const indicator = getIndicator(pack, id);
    const projection = projections.get(scenario);
    if (projection === undefined) throw new Error(`no projection ${scenario}`);
    const formula = indicator.formula === undefined ? undefined : formulas.get(indicator.formula);
    const source = projectionSource(projection.scenario);
    const plain = { ...shell(indicator, area, year), status: 'projected' as const, scenario, source };
    if (formula === undefined) return { ...plain, value: missing('no-formula', id) };
    const { value, explanation, assumed } = evaluate(formula, projectedInputs(baseline, projection, area, year));
    const simulated = baseline.base.status === 'simulated';
    const status = simulated ? 'simulated' : assumed ? 'assumed' : 'projected';
    return { ...plain, value, explanation, basis: formula.basis, status };
  };

  const actualYears = (id: string, area: AreaCode): number[] => {
    const indicator = getIndicator(pack, id);
    const reported = valuesFor(pack, indicator, area, ['observed', 'baseline', 'reported']).map((value) => value.at);
    const counted = [...(area === pack.info.province ? baseline.comparison : baseline.censuses).keys()];
    return [...new Set([...counted, ...reported, ...reportedPopulationYears(area)])].toSorted((a, b) => a - b);
  };
  const reportedPopulationYears = (area: AreaCode): number[] => {
    const population = pack.indicators.find((indicator) => indicator.id === 'resident-population');
    return population === undefined ? [] : valuesFor(pack, population, area, ['observed']).map((value) => value.at);
  };

  const actualSeries = remembered((id, area) =>
    actualYears(id, area)
      .map((year) => actual(id, area, year))
      .filter((figure) => !isMissing(figure.value)),
  );
  const projectedSeries = remembered((id, area, scenario) =>
    (projections.get(scenario)?.years ?? [])
      .map((year) => projected(id, area, year, scenario))
      .filter((figure) => !isMissing(figure.value)),
  );
  return {
    baseline,
    projections,
    actual,
    projected,
    actualSeries: (id, area) => actualSeries(id, area, ''),
    projectedSeries,
  };
}

type Series = (id: string, area: AreaCode, scenario: string) => readonly Figure[];

/** The same series each time it is asked for: a book never changes. */
function remembered(make: Series): Series {
  const known = new Map<string, readonly Figure[]>();
  return (id, area, scenario) => {
    const key = `${id} ${area} ${scenario}`;
    const series = known.get(key) ?? make(id, area, scenario);
    known.set(key, series);
    return series;
  };
}

const shell = (indicator: Indicator, area: AreaCode, year: number) => ({
  indicator: indicator.id,
  area,
  year,
  unit: indicator.unit,
  basis: indicator.basis,
  status: 'observed' as const,
});

const reportedFigure = (indicator: Indicator, area: AreaCode, value: NumberedValue): Figure => ({
  ...shell(indicator, area, value.at),
  value: value.value,
  basis: value.basis ?? indicator.basis,
  status: value.derived || isDerived(value.source) ? 'estimated' : 'observed',
  source: value.source,
});

const isDerived = (source: Source | undefined): boolean =>
  source !== undefined && 'doc' in source && source.doc === 'own-derivation';

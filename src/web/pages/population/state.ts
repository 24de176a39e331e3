import type { ClassMethod } from '#charts';
import { CLASS_METHODS } from '#charts';
import type { FigureBook } from '#indicators';
import { planAreas, referenceScenario } from '#plan';
import { textParam } from '../../url/params.ts';
import type { Param, StateOf } from '../../url/params.ts';
import { unitOf } from '../../figure/reference.ts';
import { framesOf } from './frames.ts';

/** What the outline shows: another year, area or scenario. */
export type Against = `year-${number}` | `area-${string}` | `scenario-${string}` | 'none';

/** Years of the slider: censuses and projected years. */
export const sliderYears = (book: FigureBook): readonly number[] =>
  framesOf(book, referenceScenario(book.baseline.pack).id).map((frame) => frame.year);

/** Rates that the software computes by county, which alone may be shaded over time. */
export const shadedIndicators = (book: FigureBook): readonly string[] => {
  const { pack } = book.baseline;
  const scenario = referenceScenario(pack).id;
  const counties = book.baseline.counties;
  return pack.indicators
    .filter((indicator) => indicator.formula !== undefined && unitOf(pack, indicator.unit)?.kind === 'rate')
    .filter(({ id }) =>
      counties.some((code) => typeof book.projected(id, code, book.baseline.baseYear + 1, scenario).value === 'number'),
    )
    .map((indicator) => indicator.id);
};

/** The page's state in the URL, for a pack. */
export function populationParams(book: FigureBook) {
  const { pack, baseYear, censuses } = book.baseline;
  const years = sliderYears(book);
  const areas = planAreas(pack).map((area) => area.code);
  const scenarios = pack.scenarios.map((scenario) => scenario.id);
  const indicators = shadedIndicators(book);
  const against: readonly Against[] = [
    'none',
    ...years.map((year): Against => `year-${year}`),
    ...areas.map((code): Against => `area-${code}`),
    ...scenarios.map((id): Against => `scenario-${id}`),
  ];
  const year: Param<number> = {
    fallback: baseYear,
    parse: (text) => years.find((candidate) => String(candidate) === text),
    format: String,
  };
  const group: Param<1 | 5> = {
    fallback: 5,
    parse: (text) => (text === '1' ? 1 : text === '5' ? 5 : undefined),
    format: String,
  };
  return {
    area: textParam(areas, pack.info.city),
    year,
    scenario: textParam(scenarios, referenceScenario(pack).id),
    compare: textParam(against, `year-${[...censuses.keys()][0]!}`),
    unit: textParam(['persons', 'share'], 'persons'),
    group,
    indicator: textParam(indicators, indicators.includes('share-65-plus') ? 'share-65-plus' : (indicators[0] ?? '')),
    classes: textParam<ClassMethod>(CLASS_METHODS, 'natural'),
  };
}

export type PopulationState = StateOf<ReturnType<typeof populationParams>>;
export type UpdateState = (change: Partial<PopulationState>) => void;

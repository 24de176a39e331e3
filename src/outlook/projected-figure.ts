import type { AreaCode, Figure } from '#base';
import { figureBook } from '#indicators';
import type { Scenario } from '#plan';
import type { Baseline, Changes } from '#projection';
import { runScenario } from '#projection';

/** An indicator of an area at the end of a year: what is asked of a projection. */
export interface Measure {
  readonly indicator: string;
  readonly area: AreaCode;
  readonly year: number;
}

/** What a scenario with changes says of one indicator, area and year after the base: one run, no further than that year. */
export function projectedFigure(
  baseline: Baseline,
  scenario: Scenario,
  changes: Changes,
  { indicator, area, year }: Measure,
): Figure {
  const projection = runScenario(baseline, scenario, { until: year, changes });
  return figureBook(baseline, new Map([[scenario.id, projection]])).projected(indicator, area, year, scenario.id);
}

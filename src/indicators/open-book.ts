import type { Pack } from '#plan';
import type { Projection } from '#projection';
import { prepareBaseline, runScenario } from '#projection';
import type { FigureBook } from './figure-book.ts';
import { figureBook } from './figure-book.ts';

/** A pack with its baseline derived and every scenario projected: what a server, a command or a page works with. */
export function openBook(pack: Pack): FigureBook {
  const baseline = prepareBaseline(pack);
  const projections = new Map<string, Projection>(
    pack.scenarios.map((scenario) => [scenario.id, runScenario(baseline, scenario)]),
  );
  return figureBook(baseline, projections);
}

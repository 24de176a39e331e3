import { sumCounts } from '#base';
import type { EditedCurve, Edits, Span } from '#charts';
import { editedValue, handleYears, isBent, plausibleSpan } from '#charts';
import type { FigureBook } from '#indicators';
import { figureBook } from '#indicators';
import type { Scenario } from '#plan';
import type { Assumption } from '#plan';
import type { Changes, Projection, UsedAssumptions } from '#projection';
import { assumptionAt, runScenario } from '#projection';
import type { AssumptionKind } from './assumption-kinds.ts';
import { KINDS, marginOf } from './assumption-kinds.ts';

/** Scenario id of the user's own projection, which has a book of its own. */
export const OWN = 'own';

/** Years that the laboratory works with, all from the data. */
export interface LabYears {
  readonly base: number;
  /** Last year whose total is published. */
  readonly anchor: number;
  readonly handles: readonly number[];
  /** Years of the tables of results. */
  readonly outcomes: readonly number[];
  readonly horizon: number;
}

export function labYears(book: FigureBook): LabYears {
  const { pack, baseYear } = book.baseline;
  const { horizon } = pack.info.years;
  const observed = pack.indicators.some(({ id }) => id === 'resident-population')
    ? book.actualSeries('resident-population', pack.info.city).map(({ year }) => year)
    : [];
  const anchor = Math.min(Math.max(baseYear, ...observed), horizon - 1);
  const handles = handleYears(anchor, horizon);
  const first = handles[0]!;
  const outcomes = [...new Set([first, first + 5, first + 10, horizon])].filter((year) => year <= horizon);
  return { base: baseYear, anchor, handles, outcomes, horizon };
}

/** An assumption as a scenario uses it: for migration what came out, since totals may decide it. */
export function referenceValue(reference: Projection, assumption: Assumption, year: number): number {
  const used = reference.used.get(year);
  return assumption === 'netMigration' && used !== undefined
    ? used.netMigration
    : assumptionAt(reference.scenario, {}, assumption, year);
}

/** The curve of an assumption under a user's edits. */
export function curveOf(reference: Projection, years: LabYears, assumption: Assumption, edits: Edits): EditedCurve {
  const handles = [...new Set([...years.handles, ...Object.keys(edits).map(Number)])].sort((a, b) => a - b);
  return { reference: (year) => referenceValue(reference, assumption, year), anchor: years.anchor, handles, edits };
}

/**
 * The user's edits as changes to the scenario that give exactly the curves shown: history stays, curves run straight between handles of
 * which one was set, and migration is given for every year, since an edit frees it from given totals.
 */
export function changesFor(reference: Projection, years: LabYears, edits: Changes): Changes {
  const changes: Partial<Record<Assumption, Record<number, number>>> = {};
  for (const { id } of KINDS) {
    const own = edits[id];
    if (own === undefined || Object.keys(own).length === 0) continue;
    const curve = curveOf(reference, years, id, own);
    const points =
      id === 'netMigration'
        ? [...reference.used.keys()]
        : [
            years.anchor,
            ...curve.handles,
            ...reference.scenario[id].map(({ at }) => at).filter((at) => isBent(curve, at)),
          ];
    changes[id] = Object.fromEntries(points.map((year) => [year, editedValue(curve, year)]));
  }
  return changes;
}

/** The user's own projection, with a book of its figures under the scenario id `OWN`. */
export interface OwnProjection {
  readonly projection: Projection;
  readonly book: FigureBook;
}

export function ownProjection(book: FigureBook, reference: Projection, years: LabYears, edits: Changes): OwnProjection {
  const scenario: Scenario = { ...reference.scenario, id: OWN };
  const projection = runScenario(book.baseline, scenario, { changes: changesFor(reference, years, edits) });
  return { projection, book: figureBook(book.baseline, new Map([[OWN, projection]])) };
}

/** What is plausible for an assumption in a year: what the pack's scenarios use, and a margin. */
export function plausibleIn(book: FigureBook, kind: AssumptionKind, year: number): Span {
  const { baseline, projections } = book;
  const values = [...projections.values()].map((projection) => referenceValue(projection, kind.id, year));
  return plausibleSpan(values, marginOf(kind, sumCounts(baseline.base.counts)), kind.bounds);
}

/** Stretches of years whose net migration was decided by a given total: published ones up to the anchor, targets after it. */
export function closedYears(
  used: ReadonlyMap<number, UsedAssumptions>,
  years: LabYears,
): { published: readonly number[]; target: readonly number[] } {
  const closed = [...used].filter(([, assumed]) => assumed.closed).map(([year]) => year);
  return {
    published: closed.filter((year) => year <= years.anchor),
    target: closed.filter((year) => year > years.anchor),
  };
}

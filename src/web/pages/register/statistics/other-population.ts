import { ageCounts } from '#base';
import type { FigureBook } from '#indicators';
import { indicesOf, projectRegistered, registeredBase } from '#projection';

/** Persons by single age, and the year they are of. */
export interface ByAge {
  readonly year: number;
  readonly female: ArrayLike<number>;
  readonly male: ArrayLike<number>;
}

/**
 * The population of an area that the register is shown beside: at the last census, or projected for a year (the census where it is of that year or
 * later). Undefined where the pack does not tell the registered by age, or the projection does not reach the year.
 */
export function otherPopulation(
  book: FigureBook,
  { area, basis, year, scenario }: { area: string; basis: 'resident' | 'registered'; year: number; scenario?: string },
): ByAge | undefined {
  const { baseline } = book;
  const projection = scenario === undefined ? undefined : book.projections.get(scenario);
  const at = projection === undefined || year <= baseline.baseYear ? undefined : projection.years.indexOf(year);
  const counts =
    at === undefined
      ? (basis === 'resident' ? baseline.base : registeredBase(baseline))?.counts
      : (basis === 'resident' ? projection! : projectRegistered(baseline, projection!))?.populations[at];
  if (counts === undefined) return undefined;
  const indices = indicesOf(baseline, area);
  return {
    year: at === undefined ? baseline.baseYear : year,
    female: ageCounts(counts, 'female', indices),
    male: ageCounts(counts, 'male', indices),
  };
}

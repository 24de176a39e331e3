import type { AreaCode } from '#base';
import { ageCounts } from '#base';
import type { PyramidGroup, PyramidRow, PyramidUnit } from '#charts';
import { pyramidRows } from '#charts';
import type { FigureBook } from '#indicators';
import { indicesOf } from '#projection';

/** Population of a year: counted in a census, projected, or projected with the city's total held to the published one. */
export interface Frame {
  readonly year: number;
  readonly counts: Float64Array;
  readonly kind: 'census' | 'projected' | 'held';
}

/** Censuses, then the projected years of a scenario, ascending. */
export function framesOf(book: FigureBook, scenario: string): readonly Frame[] {
  const { censuses, baseYear } = book.baseline;
  const projection = book.projections.get(scenario);
  const counted = [...censuses].map(([year, { counts }]): Frame => ({ year, counts, kind: 'census' }));
  const projected = (projection?.years ?? []).flatMap((year, index): Frame[] =>
    year <= baseYear
      ? []
      : [
          {
            year,
            counts: projection!.populations[index]!,
            kind: projection!.used.get(year)?.closed === true ? 'held' : 'projected',
          },
        ],
  );
  return [...counted, ...projected];
}

/** Pyramid of an area in a frame. */
export function frameRows(
  book: FigureBook,
  frame: Frame,
  area: AreaCode,
  options: { unit: PyramidUnit; group: PyramidGroup },
): readonly PyramidRow[] {
  const indices = indicesOf(book.baseline, area);
  return pyramidRows(ageCounts(frame.counts, 'female', indices), ageCounts(frame.counts, 'male', indices), options);
}

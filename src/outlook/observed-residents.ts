import type { AreaCode, Missing } from '#base';
import { missing, whenPresent } from '#base';
import type { FigureBook } from '#indicators';
import type { Indicator } from '#plan';
import { personsPer } from '#projection';

/** The pack's indicator of the number of residents. */
export const sizeIndicator = ({ baseline }: FigureBook): Indicator | undefined =>
  baseline.pack.indicators.find(({ formula }) => formula === 'resident-population');

/** Residents of an area at the end of a year as counted or published, persons. */
export function observedResidents(book: FigureBook, area: AreaCode, year: number): number | Missing {
  const indicator = sizeIndicator(book);
  if (indicator === undefined) return missing('not-reported', 'resident-population');
  return whenPresent(book.actual(indicator.id, area, year).value, (value) => value * personsPer(indicator.unit));
}

import type { LocalText, Sex } from '#base';
import { OPEN_AGE, SEXES, isMissing, sumCounts } from '#base';
import type { FigureBook } from '#indicators';
import { getArea } from '#plan';
import { observedResidents } from './observed-residents.ts';

/** What forecasts are measured on. */
export const SCOPES = ['total', 'areas', 'ages', 'cells'] as const;
export type Scope = (typeof SCOPES)[number];

/** A figure that came about, persons, and how a forecast's counts tell it. */
export interface ActualFigure {
  readonly label: LocalText;
  readonly year: number;
  readonly actual: number;
  readonly read: (counts: Float64Array) => number;
}

export type ActualFigures = Readonly<Record<Scope, readonly ActualFigure[]>>;

/** Five-year groups to 80-84, then the open one. */
const AGE_GROUPS = Array.from({ length: 18 }, (_, group) => ({
  from: group * 5,
  to: group === 17 ? OPEN_AGE : group * 5 + 4,
}));

/** A census by city, county, age group, and county by sex by age group. */
export function figuresOfCensus({ baseline }: FigureBook, year: number): ActualFigures {
  const { pack, counties, censuses } = baseline;
  const came = censuses.get(year)!.counts;
  const figure = (label: LocalText, read: ActualFigure['read']): ActualFigure => ({
    label,
    year,
    actual: read(came),
    read,
  });
  const places = counties.map((code, area) => ({ name: getArea(pack, code).name, areas: [area] }));
  return {
    total: [figure(getArea(pack, pack.info.city).name, sumCounts)],
    areas: places.map(({ name, areas }) => figure(name, (counts) => sumCounts(counts, { areas }))),
    ages: AGE_GROUPS.map((ages) => figure(groupName(ages), (counts) => sumCounts(counts, ages))),
    cells: places.flatMap(({ name, areas }) =>
      SEXES.flatMap((sex) =>
        AGE_GROUPS.map((ages) =>
          figure(cellName(name, sex, ages), (counts) => sumCounts(counts, { areas, sex, ...ages })),
        ),
      ),
    ),
  };
}

/** Published totals after a year: the city's, and in the same years the counties' as far as published. */
export function figuresPublished(book: FigureBook, since: number): ActualFigures {
  const { pack, counties } = book.baseline;
  const years = Array.from({ length: pack.info.years.horizon - since }, (_, index) => since + 1 + index);
  const figuresOf = (code: string, areas: readonly number[]): ActualFigure[] =>
    years.flatMap((year) => {
      const actual = observedResidents(book, code, year);
      if (isMissing(actual)) return [];
      return [{ label: getArea(pack, code).name, year, actual, read: (counts) => sumCounts(counts, { areas }) }];
    });
  const all = counties.map((_, area) => area);
  return {
    total: figuresOf(pack.info.city, all),
    areas: counties.flatMap((code, area) => figuresOf(code, [area])),
    ages: [],
    cells: [],
  };
}

const groupName = ({ from, to }: { from: number; to: number }): LocalText =>
  to === OPEN_AGE ? { zh: `${from}岁及以上`, en: `${from} and over` } : { zh: `${from}—${to}岁`, en: `${from}–${to}` };

function cellName(place: LocalText, sex: Sex, ages: { from: number; to: number }): LocalText {
  const group = groupName(ages);
  const who = sex === 'female' ? { zh: '女', en: 'women' } : { zh: '男', en: 'men' };
  return { zh: `${place.zh}${who.zh}${group.zh}`, en: `${place.en}, ${who.en} ${group.en}` };
}

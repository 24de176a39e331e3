import type { LocalText, Missing, Sex } from '#base';
import { OPEN_AGE, SEXES, isMissing, missing, sumCounts } from '#base';
import type { FigureBook } from '#indicators';
import { getArea } from '#plan';
import { runScenario } from '#projection';
import { backTestWords } from './back-test-words.ts';
import { censusStart } from './census-start.ts';
import type { ForecastError } from './forecast-error.ts';
import { forecastError } from './forecast-error.ts';
import { observedResidents } from './observed-residents.ts';
import type { Rival } from './rivals.ts';
import { RIVALS, rivalForecasts } from './rivals.ts';

/** Who forecasts: the product's own projection, or a simple rival. */
export const CONTENDERS = ['model', ...RIVALS] as const;
export type Contender = 'model' | Rival;

/** What the forecasts are measured on. */
export const SCOPES = ['total', 'areas', 'ages', 'cells'] as const;
export type Scope = (typeof SCOPES)[number];

/** One figure that came about, persons, beside every forecast of it. */
export interface BackTestRow {
  readonly label: LocalText;
  readonly year: number;
  readonly actual: number;
  readonly forecasts: Readonly<Record<Contender, number | Missing>>;
}

/** Share of actual figures inside the model's band, per cent, of a band that should hold `level` per cent of them. */
export interface Coverage {
  readonly level: 80 | 95;
  readonly inside: number;
  readonly count: number;
}

export interface BackTestMeasure {
  readonly scope: Scope;
  readonly rows: readonly BackTestRow[];
  readonly errors: Readonly<Record<Contender, ForecastError | Missing>>;
  /** Smallest WAPE. */
  readonly winner: Contender;
  /** Who won and by how much: a model that loses says so. */
  readonly words: LocalText;
  readonly coverage?: readonly Coverage[];
}

/** A forecast from a census with what was known then, held against what came about. */
export interface BackTest {
  readonly from: number;
  readonly years: readonly number[];
  /** What the model used, and since when it was known. */
  readonly used: readonly LocalText[];
  readonly measures: readonly BackTestMeasure[];
}

/** Five-year groups to 80-84, then the open one. */
const AGE_GROUPS = Array.from({ length: 18 }, (_, group) => ({
  from: group * 5,
  to: group === 17 ? OPEN_AGE : group * 5 + 4,
}));

/**
 * From each census of the pack: to the next census by county, age and sex; from the last one, to the totals published since (city, and
 * counties where published). The model knows nothing of later years (`used` says what it takes); so do the rivals, but for the
 * province's total. A start that lacks its data is Missing.
 */
export function backTests(book: FigureBook): readonly (BackTest | Missing)[] {
  const years = [...book.baseline.censuses.keys()];
  return years.map((from, index) => {
    const next = years[index + 1];
    return next === undefined ? sincePublished(book, from) : toCensus(book, from, next);
  });
}

type Forecasts = Readonly<Record<Contender, (year: number) => Float64Array | Missing>>;

/** Every contender's forecast, and what the model used. */
function prepare(
  book: FigureBook,
  from: number,
  until: number,
): { forecasts: Forecasts; used: readonly LocalText[] } | Missing {
  const start = censusStart(book.baseline, from);
  if (isMissing(start)) return start;
  const { populations } = runScenario(start.baseline, start.scenario, { until });
  const model = (year: number): Float64Array => populations[year - from]!;
  return { forecasts: { model, ...rivalForecasts(book, from) }, used: start.used };
}

function toCensus(book: FigureBook, from: number, year: number): BackTest | Missing {
  const prepared = prepare(book, from, year);
  if (isMissing(prepared)) return prepared;
  const { pack, counties, censuses } = book.baseline;
  const came = censuses.get(year)!.counts;
  const row = (label: LocalText, read: (counts: Float64Array) => number): BackTestRow => ({
    label,
    year,
    actual: read(came),
    forecasts: eachContender((contender) => {
      const counts = prepared.forecasts[contender](year);
      return isMissing(counts) ? counts : read(counts);
    }),
  });
  const places = counties.map((code, area) => ({ name: getArea(pack, code).name, areas: [area] }));
  const rows: Readonly<Record<Scope, readonly BackTestRow[]>> = {
    total: [row(getArea(pack, pack.info.city).name, sumCounts)],
    areas: places.map(({ name, areas }) => row(name, (counts) => sumCounts(counts, { areas }))),
    ages: AGE_GROUPS.map((ages) => row(groupName(ages), (counts) => sumCounts(counts, ages))),
    cells: places.flatMap(({ name, areas }) =>
      SEXES.flatMap((sex) =>
        AGE_GROUPS.map((ages) =>
          row(cellName(name, sex, ages), (counts) => sumCounts(counts, { areas, sex, ...ages })),
        ),
      ),
    ),
  };
  return { from, years: [year], used: prepared.used, measures: SCOPES.flatMap((scope) => measure(scope, rows[scope])) };
}

function sincePublished(book: FigureBook, from: number): BackTest | Missing {
  const { pack, counties, baseYear } = book.baseline;
  const { city } = pack.info;
  const years = Array.from({ length: pack.info.years.horizon - from }, (_, index) => from + 1 + index).filter(
    (year) => !isMissing(observedResidents(book, city, year)),
  );
  if (years.length === 0) return missing('not-reported', `totals after ${baseYear}`);
  const prepared = prepare(book, from, years.at(-1)!);
  if (isMissing(prepared)) return prepared;
  const rowsOf = (code: string, areas: readonly number[]): BackTestRow[] =>
    years.flatMap((year) => {
      const actual = observedResidents(book, code, year);
      if (isMissing(actual)) return [];
      const forecasts = eachContender((contender) => {
        const counts = prepared.forecasts[contender](year);
        return isMissing(counts) ? counts : sumCounts(counts, { areas });
      });
      return [{ label: getArea(pack, code).name, year, actual, forecasts }];
    });
  const rows = {
    total: rowsOf(
      city,
      counties.map((_, area) => area),
    ),
    areas: counties.flatMap((code, area) => rowsOf(code, [area])),
  };
  return {
    from,
    years,
    used: prepared.used,
    measures: [...measure('total', rows.total), ...measure('areas', rows.areas)],
  };
}

const eachContender = <T>(of: (contender: Contender) => T): Readonly<Record<Contender, T>> =>
  Object.fromEntries(CONTENDERS.map((contender) => [contender, of(contender)])) as Record<Contender, T>;

/** Errors of every contender over some rows, and the winner; nothing where no row came about. */
function measure(scope: Scope, rows: readonly BackTestRow[]): BackTestMeasure[] {
  if (rows.length === 0) return [];
  const errors = eachContender((contender): ForecastError | Missing => {
    const pairs = rows.map(({ actual, forecasts }) => ({ actual, forecast: forecasts[contender] }));
    const absent = pairs.map(({ forecast }) => forecast).find(isMissing);
    return absent ?? forecastError(pairs as { actual: number; forecast: number }[]);
  });
  const wape = (contender: Contender): number => {
    const error = errors[contender];
    return isMissing(error) ? Infinity : error.wape;
  };
  const winner = CONTENDERS.reduce((best, contender) => (wape(contender) < wape(best) ? contender : best));
  return [{ scope, rows, errors, winner, words: backTestWords(scope, errors, winner) }];
}

const groupName = ({ from, to }: { from: number; to: number }): LocalText =>
  to === OPEN_AGE ? { zh: `${from}岁及以上`, en: `${from} and over` } : { zh: `${from}—${to}岁`, en: `${from}–${to}` };

function cellName(place: LocalText, sex: Sex, ages: { from: number; to: number }): LocalText {
  const group = groupName(ages);
  const who = sex === 'female' ? { zh: '女', en: 'women' } : { zh: '男', en: 'men' };
  return { zh: `${place.zh}${who.zh}${group.zh}`, en: `${place.en}, ${who.en} ${group.en}` };
}

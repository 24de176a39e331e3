import type { LocalText, Missing } from '#base';
import { isMissing, missing } from '#base';
import type { FigureBook } from '#indicators';
import { runScenario } from '#projection';
import type { ActualFigures, Scope } from './back-test-figures.ts';
import { SCOPES, figuresOfCensus, figuresPublished } from './back-test-figures.ts';
import { backTestWords } from './back-test-words.ts';
import { censusStart } from './census-start.ts';
import type { Coverage } from './coverage.ts';
import { coverageOf, trajectoryRanks } from './coverage.ts';
import type { ForecastError } from './forecast-error.ts';
import { forecastError } from './forecast-error.ts';
import type { Rival } from './rivals.ts';
import { RIVALS, rivalForecasts } from './rivals.ts';

/** Who forecasts: the product's own projection, or a simple rival. */
export const CONTENDERS = ['model', ...RIVALS] as const;
export type Contender = 'model' | Rival;

/** One figure that came about, persons, beside every forecast of it. */
export interface BackTestRow {
  readonly label: LocalText;
  readonly year: number;
  readonly actual: number;
  readonly forecasts: Readonly<Record<Contender, number | Missing>>;
}

export interface BackTestMeasure {
  readonly scope: Scope;
  readonly rows: readonly BackTestRow[];
  readonly errors: Readonly<Record<Contender, ForecastError | Missing>>;
  /** Smallest WAPE. */
  readonly winner: Contender;
  /** Who won and by how much: a model that loses says so. */
  readonly words: LocalText;
  /** How many of the figures fell inside the model's 80 and 95 per cent bands; missing where the pack has no uncertainty. */
  readonly coverage: readonly Coverage[] | Missing;
}

/** A forecast from a census with what was known then, held against what came about. */
export interface BackTest {
  readonly from: number;
  readonly years: readonly number[];
  /** What the model used, and since when it was known. */
  readonly used: readonly LocalText[];
  readonly measures: readonly BackTestMeasure[];
}

/**
 * From each census of the pack: to the next census by county, age and sex; from the last one, to the totals published since (city, and
 * counties where published). The model knows nothing of later years (`used` says what it takes); so do the rivals, but for the
 * province's total. A start that lacks its data is Missing.
 */
export function backTests(book: FigureBook): readonly (BackTest | Missing)[] {
  const years = [...book.baseline.censuses.keys()];
  return years.map((from, index) => {
    const next = years[index + 1];
    return backTest(book, from, next === undefined ? figuresPublished(book, from) : figuresOfCensus(book, next));
  });
}

function backTest(book: FigureBook, from: number, figures: ActualFigures): BackTest | Missing {
  const years = [...new Set(figures.total.map(({ year }) => year))];
  if (years.length === 0) return missing('not-reported', `totals after ${from}`);
  const start = censusStart(book.baseline, from);
  if (isMissing(start)) return start;
  const { populations } = runScenario(start.baseline, start.scenario, { until: years.at(-1)! });
  const forecasts = { model: (year: number): Float64Array => populations[year - from]!, ...rivalForecasts(book, from) };
  const all = SCOPES.flatMap((scope) => figures[scope]);
  const ranks = trajectoryRanks(start, all);
  const measures = SCOPES.filter((scope) => figures[scope].length > 0).map((scope): BackTestMeasure => {
    const rows = figures[scope].map(({ label, year, actual, read }): BackTestRow => ({
      label,
      year,
      actual,
      forecasts: eachContender((contender) => {
        const counts = forecasts[contender](year);
        return isMissing(counts) ? counts : read(counts);
      }),
    }));
    const errors = eachContender((contender) => errorOf(rows, contender));
    const winner = winnerOf(errors);
    const words = backTestWords(scope, errors, winner);
    const first = all.indexOf(figures[scope][0]!);
    const coverage = isMissing(ranks) ? ranks : coverageOf(ranks.slice(first, first + rows.length));
    return { scope, rows, errors, winner, words, coverage };
  });
  return { from, years, used: start.used, measures };
}

const eachContender = <T>(of: (contender: Contender) => T): Readonly<Record<Contender, T>> =>
  Object.fromEntries(CONTENDERS.map((contender) => [contender, of(contender)])) as Record<Contender, T>;

function errorOf(rows: readonly BackTestRow[], contender: Contender): ForecastError | Missing {
  const pairs = rows.map(({ actual, forecasts }) => ({ actual, forecast: forecasts[contender] }));
  const absent = pairs.map(({ forecast }) => forecast).find(isMissing);
  return absent ?? forecastError(pairs as { actual: number; forecast: number }[]);
}

function winnerOf(errors: Readonly<Record<Contender, ForecastError | Missing>>): Contender {
  const wape = (contender: Contender): number => {
    const error = errors[contender];
    return isMissing(error) ? Infinity : error.wape;
  };
  return CONTENDERS.reduce((best, contender) => (wape(contender) < wape(best) ? contender : best));
}

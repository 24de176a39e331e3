import type { Figure, LocalText, Missing } from '#base';
import { isMissing, missing, whenPresent } from '#base';
import type { FigureBook } from '#indicators';
import { personsPer } from '#projection';

/** The accounts of a population over some years: what it had, what came and went. */
export const ACCOUNTS = ['base', 'births', 'deaths', 'migration'] as const;
export type Account = (typeof ACCOUNTS)[number];

export const ACCOUNT_NAMES: Readonly<Record<Account, LocalText>> = {
  base: { zh: '起点人口', en: 'base population' },
  births: { zh: '出生', en: 'births' },
  deaths: { zh: '死亡', en: 'deaths' },
  migration: { zh: '净迁入(余数)', en: 'net migration (the rest)' },
};

/** Indicators that carry the accounts; what a pack or a formula calls them. */
const INDICATORS = { population: 'resident-population', births: 'births', deaths: 'deaths' } as const;

export interface ActualDecomposition {
  readonly area: string;
  readonly year: number;
  /** Residents, persons: as projected and as published or counted. */
  readonly projected: number | Missing;
  readonly actual: Figure;
  /** Actual less projected, persons, by account; those whose published figures are not on the resident basis are missing. */
  readonly difference: number | Missing;
  readonly parts: Readonly<Record<Account, number | Missing>>;
}

/**
 * A projection against what came about: residents of an area at the end of a year, and the difference by account since the base
 * year. Births and deaths count only where they are published for every year on the resident basis (registered or monitored ones
 * are of other people); net migration is what the account leaves, so it is missing where they are.
 */
export function decomposeActual(book: FigureBook, scenario: string, area: string, year: number): ActualDecomposition {
  const { baseYear } = book.baseline;
  const actual = book.actual(INDICATORS.population, area, year);
  const foreseen = book.projected(INDICATORS.population, area, year, scenario);
  const years = Array.from({ length: year - baseYear }, (_, index) => baseYear + 1 + index);
  const flow = (indicator: string): number | Missing => {
    let sum = 0;
    for (const at of years) {
      const seen = known(book, indicator, area, at);
      if (isMissing(seen)) return seen;
      const expected = book.projected(indicator, area, at, scenario).value;
      if (isMissing(expected)) return expected;
      sum += seen - expected;
    }
    return sum;
  };
  const difference = less(persons(actual), persons(foreseen));
  const births = flow(INDICATORS.births);
  const deaths = flow(INDICATORS.deaths);
  const natural = less(births, deaths);
  return {
    area,
    year,
    projected: persons(foreseen),
    actual,
    difference,
    parts: {
      base: 0,
      births,
      deaths: whenPresent(deaths, (number) => -number),
      migration: less(difference, natural),
    },
  };
}

const persons = ({ value, unit }: Figure): number | Missing =>
  whenPresent(value, (number) => number * personsPer(unit));

const less = (a: number | Missing, b: number | Missing): number | Missing =>
  isMissing(a) ? a : isMissing(b) ? b : a - b;

function known(book: FigureBook, indicator: string, area: string, year: number): number | Missing {
  if (!book.baseline.pack.indicators.some(({ id }) => id === indicator)) return missing('not-reported', indicator);
  const figure = book.actual(indicator, area, year);
  if (isMissing(figure.value)) return missing('not-reported', `${indicator} ${year}`);
  if (figure.basis !== 'resident') return missing('not-reported', `${indicator} ${year}, resident basis`);
  return figure.value;
}

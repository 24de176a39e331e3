import { nearest } from '#base';
import type { Dataset, Indicator, Scenario } from '#plan';
import { countyCodes, findArea, findIndicator } from '#plan';
import type { PackStore } from '#files';
import { RequestError, requestProblem } from './problem-response.ts';

/** Looks up what a request names; anything unknown answers 404 with the field and the nearest known one. */
export const choices = (store: PackStore) => {
  const { pack } = store;
  return {
    area(code: string | undefined): string {
      const chosen = code ?? pack.info.city;
      const area = findArea(pack, chosen);
      const known = [pack.info.city, ...countyCodes(pack, pack.info.city)];
      if (area === undefined || !(known.includes(chosen) || chosen === pack.info.province))
        throw unknown('request.area-unknown', 'area', chosen, known);
      return chosen;
    },
    indicator(id: string): Indicator {
      const indicator = findIndicator(pack, id);
      if (indicator === undefined)
        throw unknown(
          'request.indicator-unknown',
          'indicator',
          id,
          pack.indicators.map((entry) => entry.id),
        );
      return indicator;
    },
    scenario(id: string | undefined): Scenario {
      const chosen = id ?? pack.info.scenario;
      const scenario = pack.scenarios.find((entry) => entry.id === chosen);
      if (scenario === undefined)
        throw unknown(
          'request.scenario-unknown',
          'scenario',
          chosen,
          pack.scenarios.map((entry) => entry.id),
        );
      return scenario;
    },
    dataset(id: string): Dataset {
      const dataset = pack.datasets.find((entry) => entry.id === id);
      if (dataset === undefined)
        throw unknown(
          'dataset.unknown',
          'id',
          id,
          pack.datasets.map((entry) => entry.id),
        );
      return dataset;
    },
    year: (year: number, name = 'year'): number =>
      within(year, name, Math.min(...store.book.baseline.censuses.keys()), pack.info.years.horizon),
    /** A year that projections lead to. */
    yearAhead: (year: number, name = 'year'): number =>
      within(year, name, store.book.baseline.baseYear + 1, pack.info.years.horizon),
  };
};

function within(year: number, name: string, from: number, to: number): number {
  if (year < from || year > to)
    throw new RequestError(422, [requestProblem('request.year-outside', name, { year, from, to })]);
  return year;
}

const unknown = (
  code: 'request.area-unknown' | 'request.indicator-unknown' | 'request.scenario-unknown' | 'dataset.unknown',
  name: string,
  id: string,
  known: string[],
) => new RequestError(404, [requestProblem(code, name, { id }, nearest(id, known) ?? known.slice(0, 8).join(' | '))]);

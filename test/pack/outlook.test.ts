import { isMissing } from '#base';
import { readPack } from '#files';
import { figureBook, openBook } from '#indicators';
import { keeps } from '#monitoring';
import type { Track, TrajectoryValues } from '#outlook';
import { measureTrajectories, targetProbabilities, targetTracks } from '#outlook';
import { getIndicator, planAreas } from '#plan';
import { runScenario, simulate } from '#projection';
import { describe, expect, it } from 'vitest';
import { luzhouFolder } from '../support/packs.ts';

const pack = readPack(luzhouFolder).pack!;
const book = openBook(pack);
const { baseline } = book;
const medium = pack.scenarios.find(({ id }) => id === 'medium')!;

const measured = (tracks: readonly Track[], count: number, until?: number): TrajectoryValues => {
  const values = measureTrajectories(baseline, medium, tracks, {
    seed: 6,
    count,
    ...(until === undefined ? {} : { until }),
  });
  if (isMissing(values)) throw new Error(values.missing);
  return values;
};

describe('indicators of trajectories', () => {
  it('are what the figure book says of the same populations, for every indicator with a formula and every area', () => {
    const tracks = pack.indicators
      .filter(({ formula }) => formula !== undefined)
      .flatMap(({ id }) => planAreas(pack).map(({ code }) => ({ indicator: id, area: code })));
    const until = 2026;
    const found = measured(tracks, 1, until);
    const projection = runScenario(baseline, medium, { until });
    const [populations, flows, used] = [[...projection.populations], [...projection.flows], new Map(projection.used)];
    simulate(baseline, medium, { seed: 6, count: 1, until }, (_, index, year) => {
      if (index === 0) populations[0] = year.start.slice();
      populations[index + 1] = year.end.slice();
      const { births, deaths, arrivals, departures } = year;
      flows[index] = {
        births: births.slice(),
        deaths: deaths.slice(),
        arrivals: arrivals.slice(),
        departures: departures.slice(),
      };
      used.set(year.year, year.used);
    });
    const theirs = figureBook(baseline, new Map([['medium', { ...projection, populations, flows, used }]]));
    let compared = 0;
    tracks.forEach(({ indicator, area }, track) => {
      found.years.forEach((year, at) => {
        const { value } = theirs.projected(indicator, area, year, 'medium');
        const ours = found.values[track * found.years.length + at]!;
        if (isMissing(value)) return expect([indicator, area, year, ours]).toEqual([indicator, area, year, Number.NaN]);
        compared++;
        expect(Math.abs(ours - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
      });
    });
    expect(compared).toBeGreaterThan(1000);
  });
});

describe('the probability of targets', () => {
  const values = measured(targetTracks(book), 80, 2030);
  const probabilities = targetProbabilities(book, values);

  const of = (id: string, year: number) =>
    probabilities.find(({ indicator, target }) => indicator === id && target.at === year)!;

  it('is the share of trajectories that keep the target by the rule of monitoring', () => {
    const life = of('life-expectancy', 2030);
    const track = values.tracks.findIndex(({ indicator }) => indicator === 'life-expectancy');
    const kept = Array.from({ length: 80 }, (_, trajectory) => {
      const at = (trajectory * values.tracks.length + track) * values.years.length + values.years.indexOf(2030);
      return keeps(values.values[at]!, life.aim, getIndicator(pack, 'life-expectancy'), life.target);
    }).filter(Boolean).length;
    expect(life.probability).toBe(kept / 80);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(80);
    expect(life.standardError).toBeCloseTo(Math.sqrt(((kept / 80) * (1 - kept / 80)) / 80), 12);
  });

  it('is out of reach for five million residents, and none at all for what cannot be projected', () => {
    expect(of('resident-population', 2030).probability).toBe(0);
    expect(of('pension-coverage', 2030).probability).toEqual({ missing: 'no-formula', what: 'pension-coverage' });
    expect(of('share-60-plus', 2030).probability).toEqual({ missing: 'area-not-covered', what: '510000' });
    expect(of('sex-ratio-at-birth', 2030).set).toBe(true);
    expect(of('resident-population', 2030).set).toBe(false);
  });

  it('covers every target that monitoring judges', () => {
    expect(probabilities.length).toBeGreaterThan(30);
    for (const { probability, of } of probabilities)
      if (typeof probability === 'number') {
        expect(of).toBe(80);
        expect(probability >= 0 && probability <= 1).toBe(true);
      }
  });
});

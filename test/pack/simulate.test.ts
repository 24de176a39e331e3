import { AGES, isMissing } from '#base';
import { readPack } from '#files';
import type { Pack, UncertaintyFile } from '#plan';
import type { Baseline, SimulateOptions } from '#projection';
import { prepareBaseline, runScenario, simulate } from '#projection';
import { describe, expect, it } from 'vitest';
import { exampleFolder, luzhouFolder } from '../support/packs.ts';

const packOf = (folder: string): Pack => readPack(folder).pack!;

/** An interval of no width. */
const at = (median: number) => ({ low95: median, low80: median, median, high80: median, high95: median });

/** The same file with every spread 0: nothing departs from the scenario. */
function certain(uncertainty: UncertaintyFile): UncertaintyFile {
  return {
    ...uncertainty,
    national: uncertainty.national.map((row) => ({
      ...row,
      fertility: at(row.fertility.median),
      lifeExpectancy: at(row.lifeExpectancy.median),
    })),
    fertility: { ...uncertainty.fertility, local: { ...uncertainty.fertility.local, deviation: 0 } },
    lifeExpectancy: {
      ...uncertainty.lifeExpectancy,
      local: { ...uncertainty.lifeExpectancy.local, variance: 0, slope: 0 },
    },
    netMigration: { ...uncertainty.netMigration, deviation: 0 },
    migrationIntensity: { ...uncertainty.migrationIntensity, common: 0, local: 0 },
    publishedTotals: { ...uncertainty.publishedTotals, city: 0, counties: 0 },
    basePopulation: {
      city: { ...uncertainty.basePopulation.city, deviation: 0 },
      groups: uncertainty.basePopulation.groups.map((group) => ({ ...group, deviation: 0 })),
    },
  };
}

const luzhou = packOf(luzhouFolder);
const baseline = prepareBaseline(luzhou);
const medium = luzhou.scenarios.find(({ id }) => id === 'medium')!;

/** Year-end populations by trajectory and year. */
function populationsOf(from: Baseline, options: SimulateOptions, scenario = medium): Map<string, Float64Array> {
  const seen = new Map<string, Float64Array>();
  const run = simulate(from, scenario, options, (trajectory, index, { end }) =>
    seen.set(`${trajectory} ${index}`, end.slice()),
  );
  expect(isMissing(run)).toBe(false);
  return seen;
}

describe('trajectories', () => {
  it('with all spreads 0 are the projection of every scenario, to the bit', () => {
    for (const folder of [luzhouFolder, exampleFolder]) {
      const pack = packOf(folder);
      const sure = prepareBaseline({ ...pack, uncertainty: certain(pack.uncertainty!) });
      for (const scenario of pack.scenarios) {
        const options = { until: 2040, changes: { fertility: { 2030: 1.9 }, lifeExpectancy: { 2033: 81.37 } } };
        const projection = runScenario(sure, scenario, options);
        const seen = populationsOf(sure, { ...options, seed: 3, from: 7, count: 1 }, scenario);
        projection.populations.slice(1).forEach((population, index) => {
          expect([...seen.get(`7 ${index}`)!]).toEqual([...population]);
        });
      }
    }
  });

  it('depend on their number and the seed alone, not on how the work is split or how far it goes', () => {
    const whole = populationsOf(baseline, { seed: 1, count: 6, until: 2035 });
    const parts = [
      populationsOf(baseline, { seed: 1, from: 4, count: 2, until: 2030 }),
      populationsOf(baseline, { seed: 1, from: 0, count: 4, until: 2030 }),
    ];
    for (const part of parts)
      for (const [key, population] of part) expect([...population]).toEqual([...whole.get(key)!]);
    const other = populationsOf(baseline, { seed: 2, count: 1, until: 2021 });
    expect([...other.get('0 0')!]).not.toEqual([...whole.get('0 0')!]);
  });

  it('close the account of every cell to 1e-6 persons, and the city is where the totals hold it', () => {
    let worst = 0;
    let least = 0;
    simulate(
      baseline,
      medium,
      { seed: 9, count: 8 },
      (_, index, { start, end, births, deaths, arrivals, departures }) => {
        let [arrived, left, net] = [0, 0, 0];
        for (let i = 0; i < end.length; i++) {
          const age = i % AGES;
          const before = age === 0 ? births[Math.floor(i / AGES)]! : start[i - 1]! + (age === 100 ? start[i]! : 0);
          worst = Math.max(worst, Math.abs(end[i]! - (before - deaths[i]! + arrivals[i]! - departures[i]!)));
          least = Math.min(least, end[i]!, arrivals[i]!, departures[i]!);
          arrived += arrivals[i]!;
          left += departures[i]!;
          net += end[i]! - before + deaths[i]!;
        }
        expect(Math.abs(arrived - left - net)).toBeLessThan(1e-3);
        expect(index).toBeLessThan(30);
      },
    );
    expect(worst).toBeLessThan(1e-6);
    expect(least).toBeGreaterThanOrEqual(0);
  });

  it('spread wider the further they go', () => {
    const seen = populationsOf(baseline, { seed: 4, count: 60, until: 2050 });
    const [early, late] = [3, 29].map((index) => {
      const totals = Array.from({ length: 60 }, (_, i) => seen.get(`${i} ${index}`)!.reduce((a, b) => a + b, 0));
      return Math.max(...totals) / Math.min(...totals) - 1;
    });
    expect(late).toBeGreaterThan(3 * early!);
  });

  it('are missing where the pack says nothing of uncertainty', () => {
    const bare = prepareBaseline({ ...luzhou, uncertainty: undefined });
    expect(simulate(bare, medium, { seed: 1, count: 1 }, () => undefined)).toEqual({
      missing: 'not-reported',
      what: 'uncertainty.yaml',
    });
  });
});

import type { Missing } from '#base';
import { isMissing, missing } from '#base';
import type { UncertaintyFile } from '#plan';
import { simulate } from '#projection';
import type { ActualFigure } from './back-test-figures.ts';
import type { CensusStart } from './census-start.ts';

/** How many actual figures fell inside the model's band that should hold `level` per cent of them. */
export interface Coverage {
  readonly level: 80 | 95;
  readonly inside: number;
  readonly count: number;
}

/** Of 121 possible ranks 97 lie in the 80 and 115 in the 95 per cent band: as near to nominal as so few can be. */
const TRAJECTORIES = 120;
const SEED = 20_201_101;
const LEVELS = [80, 95] as const;

/**
 * For each actual figure the share of a start's trajectories that lie below it (its probability integral transform, 0..1). The nation's
 * intervals are moved so that they are as wide so many years after the start as they are so many years after their own first year.
 * Missing where the pack says nothing of uncertainty.
 */
export function trajectoryRanks(start: CensusStart, figures: readonly ActualFigure[]): readonly number[] | Missing {
  const { pack } = start.baseline;
  if (pack.uncertainty === undefined) return missing('not-reported', 'uncertainty.yaml');
  const baseline = { ...start.baseline, pack: { ...pack, uncertainty: movedTo(pack.uncertainty, start.year + 1) } };
  const below = figures.map(() => 0);
  const until = Math.max(...figures.map(({ year }) => year));
  const options = { until, seed: SEED, count: TRAJECTORIES };
  const run = simulate(baseline, start.scenario, options, (_, _index, { year, end }) => {
    figures.forEach((figure, index) => {
      if (figure.year === year && figure.read(end) < figure.actual) below[index]!++;
    });
  });
  return isMissing(run) ? run : below.map((count) => count / TRAJECTORIES);
}

/** Coverage of both bands from ranks. */
export const coverageOf = (ranks: readonly number[]): readonly Coverage[] =>
  LEVELS.map((level) => {
    const outside = (1 - level / 100) / 2;
    return {
      level,
      inside: ranks.filter((rank) => rank >= outside && rank <= 1 - outside).length,
      count: ranks.length,
    };
  });

/** The same intervals, the first of them in another year. */
function movedTo(uncertainty: UncertaintyFile, year: number): UncertaintyFile {
  const shift = year - uncertainty.national[0]!.at;
  return { ...uncertainty, national: uncertainty.national.map((entry) => ({ ...entry, at: entry.at + shift })) };
}

import { describe, expect, it } from 'vitest';
import { random } from '#base';
import { WRONG_ANSWER, calibrate } from './calibrate.ts';
import type { PresencePattern } from './pattern-tree.ts';
import { levelNumber } from './witness.ts';

const GROUPS = ['registered/20', 'registered/60', 'other/20'];
const PLACES = ['a', 'b', 'c'];
const LEVELS = ['none', 'named', 'shown'] as const;

/** Patterns of one witness in groups and places, with what a model says and what is so: it is too sure, and wrong by group, place and level. */
const patterns: readonly PresencePattern[] = GROUPS.flatMap((group) =>
  PLACES.flatMap((place) =>
    LEVELS.map((level) => ({ group, place, stratum: '', code: levelNumber(level), people: 20_000 })),
  ),
);
const said = [-5, 1, 6];
const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));
const probabilities = Float64Array.from(patterns, (_, index) => logistic(said[index % 3]!));
const truth = Float64Array.from(patterns, ({ group, place }, index) =>
  logistic(0.6 * said[index % 3]! + 0.8 * GROUPS.indexOf(group) - 0.5 * PLACES.indexOf(place) - 0.3),
);

function ask(people: number, seed: number): { here: Float64Array; away: Float64Array } {
  const draw = random(seed);
  const [here, away] = [new Float64Array(patterns.length), new Float64Array(patterns.length)];
  for (let pattern = 0; pattern < patterns.length; pattern++)
    for (let one = 0; one < people; one++) {
      const lives = draw.uniform() < truth[pattern]!;
      (lives === draw.uniform() >= WRONG_ANSWER ? here : away)[pattern]!++;
    }
  return { here, away };
}

const share = (chances: Float64Array): number => chances.reduce((a, b) => a + b, 0) / chances.length;

describe('residence corrected by people asked', () => {
  it('stays as it was where nobody was asked', () => {
    const nobody = new Float64Array(patterns.length);
    expect(calibrate(patterns, probabilities, { here: nobody, away: nobody }, 1)).toEqual(probabilities);
  });

  it('comes to what is so, also in groups and places, and the more the more are asked', () => {
    const errorOf = (people: number): number =>
      Math.max(
        ...[1, 2, 3].map((seed) => {
          const corrected = calibrate(patterns, probabilities, ask(people, seed), 1);
          return Math.max(...corrected.map((chance, pattern) => Math.abs(chance - truth[pattern]!)));
        }),
      );
    expect(Math.abs(share(probabilities) - share(truth))).toBeGreaterThan(0.02);
    expect(errorOf(2000)).toBeLessThan(0.04);
    expect(errorOf(50_000)).toBeLessThan(0.01);
  });

  it('does not take a wrong answer in a hundred for people away', () => {
    const sure = Float64Array.from(patterns, () => 0.999);
    const here = Float64Array.from(patterns, () => 5000 * (1 - WRONG_ANSWER));
    const away = Float64Array.from(patterns, () => 5000 * WRONG_ANSWER);
    expect(share(calibrate(patterns, sure, { here, away }, 1))).toBeGreaterThan(0.997);
  });
});

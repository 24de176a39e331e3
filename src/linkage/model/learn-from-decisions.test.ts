import { random } from '#base';
import { describe, expect, it } from 'vitest';
import type { PairDecision } from './learn-from-decisions.ts';
import { calibratedProbability, calibratedThreshold, errorRates, learnFromDecisions } from './learn-from-decisions.ts';
import { probability } from './weight.ts';

/** Pairs whose true log-odds are `intercept + slope · weight`. */
function pairs(count: number, intercept: number, slope: number, seed: number): PairDecision[] {
  const stream = random(seed);
  return Array.from({ length: count }, () => {
    const weight = Math.round((stream.uniform() * 30 - 12) * 1000);
    return { weight, same: stream.uniform() < 1 / (1 + 2 ** -(intercept + (slope * weight) / 1000)) };
  });
}

describe('learnFromDecisions', () => {
  it('believes the model where nobody decided anything', () => {
    const none = learnFromDecisions([]);
    expect(none).toMatchObject({ intercept: 0, slope: 1, decisions: 0 });
    for (const weight of [-9000, 0, 5000])
      expect(calibratedProbability(none, weight)).toBeCloseTo(probability(weight), 12);
  });

  it('recovers how far an overconfident model is off', () => {
    const { intercept, slope, covariance } = learnFromDecisions(pairs(20_000, -2, 0.5, 3));
    expect(Math.abs(intercept + 2)).toBeLessThan(4 * Math.sqrt(covariance[0][0]));
    expect(Math.abs(slope - 0.5)).toBeLessThan(4 * Math.sqrt(covariance[1][1]));
    expect(Math.sqrt(covariance[0][0])).toBeLessThan(0.1);
  });

  it('its threshold has its probability', () => {
    const calibration = learnFromDecisions(pairs(500, 1, 0.8, 5));
    expect(calibratedProbability(calibration, calibratedThreshold(calibration, 0.95))).toBeCloseTo(0.95, 3);
  });

  it('few decisions give error rates whose intervals hold the truth about as often as they say', () => {
    let held = 0;
    const runs = 60;
    for (let run = 0; run < runs; run++) {
      const all = pairs(4000, -1, 0.7, 100 + run);
      const decided = all.filter(({ weight }) => weight > -4000 && weight < 6000).slice(0, 150);
      const rates = errorRates(
        learnFromDecisions(decided),
        all.map(({ weight }) => weight),
        3000,
      );
      const linked = all.filter(({ weight }) => weight >= 3000);
      const right = linked.filter(({ same }) => same).length;
      const [precision, recall] = [right / linked.length, right / all.filter(({ same }) => same).length];
      if (precision >= rates.precision.from - 0.01 && precision <= rates.precision.to + 0.01) held++;
      if (recall >= rates.recall.from - 0.01 && recall <= rates.recall.to + 0.01) held++;
    }
    expect(held / (2 * runs)).toBeGreaterThan(0.85);
  });
});

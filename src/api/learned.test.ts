import { describe, expect, it } from 'vitest';
import { probability } from '#linkage';
import { random } from '#base';
import { learned } from './learned.ts';

describe('what decisions say of the model', () => {
  it('is nothing while they are few, and the model is believed', () => {
    const few = Array.from({ length: 19 }, () => ({ verdict: 'same', weight: 1000 }) as const);
    const unsure = Array.from({ length: 50 }, () => ({ verdict: 'unsure', weight: 1000 }) as const);
    const model = learned([...few, ...unsure], []);
    expect(model.answer).toBeNull();
    expect(model.probability(1000)).toBe(probability(1000));
  });

  it('moves the probability to what clerks found where the model is wrong, with intervals that hold the value', () => {
    const source = random(1);
    const weights = Array.from({ length: 300 }, () => Math.round((source.uniform() * 8 - 4) * 1000));
    const decided = weights.map((weight) => ({
      weight,
      verdict: source.uniform() < probability(weight - 3000) ? ('same' as const) : ('different' as const),
    }));
    const { answer, probability: calibrated } = learned(decided, [-1000, 0, 1000, 2000]);
    expect(calibrated(3000)).toBeGreaterThan(0.3);
    expect(calibrated(3000)).toBeLessThan(0.7);
    expect(answer!.decisions).toBe(300);
    for (const { value, low, high } of [answer!.precision, answer!.recall]) {
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect([low >= 0, high <= 1]).toEqual([true, true]);
    }
  });
});

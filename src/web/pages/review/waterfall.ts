import type { PairAnswer } from '#api/answers';

export type Step = PairAnswer['steps'][number];

/** A bar of the waterfall, in bits: from the total before to the total after. */
export interface Bar {
  readonly step: Step;
  readonly from: number;
  readonly to: number;
}

/** Probability that odds in bits say: 0 is one half, +1 doubles the odds. */
export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);

/** Odds of a probability in bits. */
export const bitsOf = (probability: number): number => Math.log2(probability / (1 - probability));

/** Bars of the steps, each beginning where the one before ended, and the bits that the drawing spans: even odds and what a clerk decides (10 % to 90 %) are always in it. */
export function waterfall(steps: readonly Step[]): {
  readonly bars: readonly Bar[];
  readonly from: number;
  readonly to: number;
} {
  const bars = steps.map((step, index): Bar => ({ step, from: steps[index - 1]?.total ?? 0, to: step.total }));
  const totals = [0, ...steps.map(({ total }) => total)];
  return { bars, from: Math.min(-4, ...totals) - 1, to: Math.max(4, ...totals) + 1 };
}

/** Probabilities that people know, which mark the scale. */
const MARKS = [1e-9, 1e-6, 0.0001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.9999, 0.999999] as const;

/** Marks of the scale between two ends, none nearer than `apart` bits to the one before; one half is always among them. */
export function scaleMarks(
  from: number,
  to: number,
  apart: number,
): readonly { readonly probability: number; readonly at: number }[] {
  const inside = MARKS.map((probability) => ({ probability, at: bitsOf(probability) })).filter(
    ({ at }) => at >= from && at <= to,
  );
  const chosen = inside.filter(({ probability }) => probability === 0.5);
  for (const mark of inside) if (chosen.every(({ at }) => Math.abs(at - mark.at) >= apart)) chosen.push(mark);
  return chosen.sort((a, b) => a.at - b.at);
}

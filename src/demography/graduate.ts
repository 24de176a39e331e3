import { AGES, OPEN_AGE } from '#base';

/** Persons of ages `from`..`to`; `to` null is open. */
export interface AgeGroup {
  readonly from: number;
  readonly to: number | null;
  readonly persons: number;
}

/**
 * Single ages 0..100+ from age groups, whole persons, each group's total kept exactly. Inside a group the shape follows
 * a reference population of the same date (so that small and large birth cohorts stay where they are), bent by the ratio of
 * the two populations, which runs linearly between the groups' middles. Whole numbers by largest remainder.
 * `groups` ascend and cover 0..100+ without a gap; anything else throws.
 */
export function graduate(groups: readonly AgeGroup[], reference: ArrayLike<number>): Float64Array {
  const spans = groups.map(({ from, to, persons }) => ({ from, to: to ?? OPEN_AGE, persons }));
  spans.forEach((span, index) => {
    const expected = index === 0 ? 0 : spans[index - 1]!.to + 1;
    if (span.from !== expected) throw new Error(`age groups leave a gap or overlap at ${span.from}`);
  });
  if (spans.at(-1)?.to !== OPEN_AGE) throw new Error('age groups must end at 100 and over');

  const knots = spans.map((span) => {
    let persons = 0;
    let weighted = 0;
    for (let age = span.from; age <= span.to; age++) {
      persons += reference[age]!;
      weighted += reference[age]! * age;
    }
    if (!(persons > 0)) throw new Error(`the reference has nobody aged ${span.from} to ${span.to}`);
    return { age: weighted / persons, ratio: span.persons / persons };
  });
  const ratioAt = (age: number): number => {
    const next = knots.findIndex((knot) => knot.age >= age);
    if (next <= 0) return next === 0 ? knots[0]!.ratio : knots.at(-1)!.ratio;
    const [before, after] = [knots[next - 1]!, knots[next]!];
    return before.ratio + ((after.ratio - before.ratio) * (age - before.age)) / (after.age - before.age);
  };

  const result = new Float64Array(AGES);
  for (const span of spans) {
    const shape = Array.from(
      { length: span.to - span.from + 1 },
      (_, i) => reference[span.from + i]! * ratioAt(span.from + i),
    );
    roundToSum(shape, span.persons).forEach((persons, i) => (result[span.from + i] = persons));
  }
  return result;
}

/**
 * Whole numbers in proportion to `shares` that sum to `total` exactly (largest remainder; ties to the earlier).
 * Where all shares are 0 the total is spread evenly.
 */
export function roundToSum(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (sum > 0 ? (share / sum) * total : total / shares.length));
  const whole = exact.map(Math.floor);
  const left = Math.round(total - whole.reduce((a, b) => a + b, 0));
  exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, left)
    .forEach(({ index }) => whole[index]!++);
  return whole;
}

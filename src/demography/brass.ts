import { exp, log } from '#base';
import type { Sex } from '#base';
import { infantSeparationFromProbability } from './life-table.ts';

/** A standard survivorship, prepared once: odds of having died by each exact age, (1 − l) / l. */
export interface MortalityStandard {
  readonly sex: Sex;
  readonly odds: Float64Array;
}

export const mortalityStandard = (lx: ArrayLike<number>, sex: Sex): MortalityStandard => ({
  sex,
  odds: Float64Array.from(lx, (l) => (1 - l) / l),
});

/**
 * The standard of another slope β: its members have logit l(x) = α + β·logit of the first. β above 1 makes infancy lighter and old age heavier at
 * the same life expectancy. Brass 1971; Preston, Heuveline & Guillot 2001, eq. 9.3.
 */
export const withSlope = ({ sex, odds }: MortalityStandard, slope: number): MortalityStandard => ({
  sex,
  odds: odds.map((value) => value ** slope),
});

/**
 * k = exp(2α) and slope β of the standard's member nearest to a survivorship (radix 1): least squares of its logits on the standard's over the
 * ages from 1 on at which both lie strictly between 0 and 1.
 */
export function fitBrass(lx: ArrayLike<number>, { odds }: MortalityStandard): { k: number; slope: number } {
  const points = Array.from(odds, (value, age) => [log(value), log((1 - lx[age]!) / lx[age]!)] as const).filter(
    ([x, y], age) => age > 0 && Number.isFinite(x) && Number.isFinite(y),
  );
  const mean = (index: 0 | 1): number => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) /
    points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return { k: exp(meanY - slope * meanX), slope };
}

/** Survivorship and person-years per birth. */
export interface Survivorship {
  readonly lx: Float64Array;
  readonly Lx: Float64Array;
  /** Years. */
  readonly lifeExpectancy: number;
}

/**
 * Brass's relational model with slope 1: logit l(x) = α + logit of the standard, i.e. every odds of having died times
 * k = exp(2α). Brass 1971; Preston, Heuveline & Guillot 2001, eq. 9.3.
 */
export function relate(standard: MortalityStandard, k: number): Survivorship {
  const last = standard.odds.length - 1;
  const lx = standard.odds.map((odds) => 1 / (1 + k * odds));
  const Lx = new Float64Array(last + 1);
  let lifeExpectancy = (Lx[0] = infantYears(lx[1]!, standard.sex));
  for (let age = 1; age < last; age++) lifeExpectancy += Lx[age] = (lx[age]! + lx[age + 1]!) / 2;
  lifeExpectancy += Lx[last] = lx[last]! / 2;
  return { lx, Lx, lifeExpectancy };
}

/** Person-years lived in the first year of life per birth, L(0), given those who survive it, l(1). */
export function infantYears(survivors: number, sex: Sex): number {
  return survivors + infantSeparationFromProbability(1 - survivors, sex) * (1 - survivors);
}

/**
 * The member of the standard's family whose life expectancy at birth is `target` years, to 1e-9: secant steps on ln k,
 * held inside a bracket. A target outside 15..110 years throws.
 */
export function relateToLifeExpectancy(standard: MortalityStandard, target: number): Survivorship {
  if (!(target >= 15 && target <= 110)) throw new Error(`life expectancy ${target} is outside 15 to 110 years`);
  let low = -14;
  let high = 10;
  let guess = 0;
  let slope = -12;
  let result = relate(standard, 1);
  for (let iteration = 0; iteration < 200; iteration++) {
    const error = result.lifeExpectancy - target;
    if (Math.abs(error) < 1e-9) return result;
    if (error > 0) low = guess;
    else high = guess;
    const step = guess - error / slope;
    const next = step > low && step < high ? step : (low + high) / 2;
    const following = relate(standard, exp(next));
    const rise = following.lifeExpectancy - result.lifeExpectancy;
    if (next !== guess && rise !== 0) slope = rise / (next - guess);
    guess = next;
    result = following;
  }
  return result;
}

/**
 * Male and female life expectancy from that of both sexes: e0 = (SRB·e0m + e0f) / (1 + SRB), e0f − e0m = gap.
 * `sexRatio` in boys per girl; years.
 */
export function splitLifeExpectancy(both: number, gap: number, sexRatio: number): { female: number; male: number } {
  const female = both + (gap * sexRatio) / (1 + sexRatio);
  return { female, male: female - gap };
}

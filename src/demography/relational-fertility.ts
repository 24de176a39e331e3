import { exp, log } from '#base';
import { meanAgeAtChildbearing } from './fertility.ts';

/** What a fertility schedule is to have. */
export interface FertilityTarget {
  /** Children per woman. */
  readonly totalFertility: number;
  /** Mean age at childbearing, years. */
  readonly meanAge: number;
  /** Standard deviation of the age at childbearing, years; the standard's slope is kept when left out. */
  readonly spread?: number | undefined;
}

/**
 * Fertility rates by single age of Brass's relational Gompertz family: with F the share of the total reached by each exact age,
 * −ln(−ln F(x)) = α + β·(the same of the standard). α moves childbearing earlier or later, β narrows or widens it; both are found so that mean
 * age and spread of the resulting single-age schedule are as asked, to 1e-9 years, and its sum is the total exactly. Brass 1974; Booth 1984; Zaba 1981.
 * Ages without rates in the standard stay without. Targets that the standard's ages cannot hold throw.
 */
export function relationalFertility(standard: ArrayLike<number>, target: FertilityTarget): Float64Array {
  const gompits = standardGompits(standard);
  const { totalFertility, meanAge, spread } = target;
  const shape =
    spread === undefined
      ? withMean(gompits, 1, meanAge)
      : search(
          0.05,
          20,
          (slope) => withMean(gompits, slope, meanAge),
          (rates) => spreadOf(rates) - spread,
        );
  if (
    Math.abs(meanAgeAtChildbearing(shape) - meanAge) > 1e-6 ||
    Math.abs(spreadOf(shape) - (spread ?? spreadOf(shape))) > 1e-6
  )
    throw new Error(`the standard has no schedule with mean age ${meanAge} and spread ${spread ?? 'as it is'}`);
  return shape.map((rate) => rate * totalFertility);
}

/** Standard deviation of the age of mothers at birth of a schedule, years (ages are centred at + 0.5). */
export function spreadOf(rates: ArrayLike<number>): number {
  const mean = meanAgeAtChildbearing(rates);
  let sum = 0;
  let squares = 0;
  for (let age = 0; age < rates.length; age++) {
    sum += rates[age]!;
    squares += rates[age]! * (age + 0.5 - mean) ** 2;
  }
  return Math.sqrt(squares / sum);
}

/** −ln(−ln F) of the standard at each exact age 0..n: −∞ where nothing is reached, ∞ where all is. */
function standardGompits(standard: ArrayLike<number>): Float64Array {
  const total = Array.from(standard).reduce((a, b) => a + b, 0);
  if (!(total > 0)) throw new Error('a fertility standard needs a positive sum');
  const gompits = new Float64Array(standard.length + 1).fill(-Infinity);
  let last = 0;
  for (let age = 0; age < standard.length; age++) if (standard[age]! > 0) last = age;
  for (let age = 0, reached = 0; age < standard.length; age++) {
    reached += standard[age]! / total;
    gompits[age + 1] = age >= last ? Infinity : reached > 0 ? -log(-log(reached)) : -Infinity;
  }
  return gompits;
}

/** Rates that sum to 1, with slope β and the level α that gives the mean age. */
function withMean(gompits: Float64Array, slope: number, meanAge: number): Float64Array {
  const at = (level: number): Float64Array => {
    const reached = gompits.map((y) => exp(-exp(-(level + slope * y))));
    return Float64Array.from({ length: gompits.length - 1 }, (_, age) => reached[age + 1]! - reached[age]!);
  };
  return search(-60, 60, at, (rates) => meanAgeAtChildbearing(rates) - meanAge);
}

/** The schedule whose `excess`, which falls in the parameter, is 0: bisection. */
function search(
  low: number,
  high: number,
  at: (parameter: number) => Float64Array,
  excess: (rates: Float64Array) => number,
): Float64Array {
  let [from, to] = [low, high];
  for (let i = 0; i < 100; i++) {
    const middle = (from + to) / 2;
    const rates = at(middle);
    const over = excess(rates);
    if (Math.abs(over) < 1e-11) return rates;
    if (over > 0) from = middle;
    else to = middle;
  }
  return at((from + to) / 2);
}

import { exp } from '#base';
/** Rates of one female population by single age, or by age groups of `width` years from 0 on. */
export interface Reproduction {
  /** Births per woman and year. */
  readonly fertility: ArrayLike<number>;
  /** Person-years lived per birth. */
  readonly Lx: ArrayLike<number>;
  /** Boys per girl. */
  readonly sexRatioAtBirth: number;
  /** Years in each age group; 1 when left out. */
  readonly width?: number;
}

/**
 * Net reproduction rate: daughters a newborn girl will bear at the rates of the year, Σ f(x)·L(x) / (1 + SRB). Preston, Heuveline &
 * Guillot 2001, eq. 5.10.
 */
export const netReproduction = (rates: Reproduction): number => discountedDaughters(rates, 0);

/** Factor on the fertility schedule that makes the net reproduction rate 1: the UN's "instant replacement". */
export const replacementFactor = (rates: Reproduction): number => 1 / netReproduction(rates);

/** Total fertility at which the population would replace itself, children per woman. */
export function replacementFertility(rates: Reproduction): number {
  let total = 0;
  for (let age = 0; age < rates.fertility.length; age++) total += rates.fertility[age]!;
  return (rates.width ?? 1) * total * replacementFactor(rates);
}

/**
 * Lotka's intrinsic growth rate r a year, from Σ e^(−r·middle of x)·L(x)·f(x) / (1 + SRB) = 1, to 1e-12. Coale 1957; Preston et al. 2001,
 * ch. 7. The left side falls in r, so bisection finds its one root; no fertility throws.
 */
export function intrinsicGrowth(rates: Reproduction): number {
  if (!(netReproduction(rates) > 0)) throw new Error('a population without births has no intrinsic growth rate');
  let low = -1;
  let high = 1;
  while (high - low > 1e-13) {
    const r = (low + high) / 2;
    if (discountedDaughters(rates, r) > 1) low = r;
    else high = r;
  }
  return (low + high) / 2;
}

/** Mean age of mothers at the birth of daughters in the stable population, years. Preston et al. 2001, ch. 7. */
export function stableMeanAge(rates: Reproduction): number {
  const r = intrinsicGrowth(rates);
  let weighted = 0;
  for (let age = 0; age < rates.fertility.length; age++) weighted += middle(rates, age) * daughtersAt(rates, age, r);
  return weighted;
}

/** Shares by age of the stable population with these rates: in proportion to e^(−r·middle of x)·L(x). */
export function stableAges(rates: Reproduction): Float64Array {
  const r = intrinsicGrowth(rates);
  const weights = Float64Array.from(rates.Lx, (years, age) => exp(-r * middle(rates, age)) * years);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function discountedDaughters(rates: Reproduction, r: number): number {
  let sum = 0;
  for (let age = 0; age < rates.fertility.length; age++) sum += daughtersAt(rates, age, r);
  return sum;
}

const middle = ({ width = 1 }: Reproduction, group: number): number => (group + 0.5) * width;

function daughtersAt(rates: Reproduction, group: number, r: number): number {
  const { fertility, Lx, sexRatioAtBirth } = rates;
  if (fertility[group] === 0) return 0;
  return (exp(-r * middle(rates, group)) * Lx[group]! * fertility[group]!) / (1 + sexRatioAtBirth);
}

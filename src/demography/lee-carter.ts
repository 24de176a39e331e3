import { log } from '#base';
/** Lee & Carter's model of death rates by single age: ln m(x, t) = a(x) + b(x)·k(t), Σ b = 1. Lee & Carter 1992. */
export interface LeeCarter {
  /** Mean of ln m over the years. */
  readonly a: Float64Array;
  /** Share of each age in the change of the level; none below 0. */
  readonly b: Float64Array;
  /** Level of each year. */
  readonly k: Float64Array;
}

/**
 * Fit by the UN's two steps: k(t) = Σ_x (ln m − a), then b(x) by least squares of ln m − a on k through the origin (which sums to 1 by itself);
 * b below 0 is set to 0 and the rest scaled to 1. `rates` holds one year's death rates per row, at least two years; a rate of 0,
 * whose logarithm does not exist, throws: pool years or graduate first.
 */
export function leeCarter(rates: readonly Float64Array[]): LeeCarter {
  if (rates.length < 2) throw new Error('Lee-Carter needs the death rates of two years at least');
  if (rates.some((year) => year.some((m) => !(m > 0)))) throw new Error('Lee-Carter needs death rates above 0');
  const logs = rates.map((year) => year.map(log));
  const a = logs[0]!.map((_, age) => logs.reduce((sum, year) => sum + year[age]!, 0) / logs.length);
  const k = Float64Array.from(logs, (year) => year.reduce((sum, log, age) => sum + log - a[age]!, 0));
  const spread = k.reduce((sum, level) => sum + level * level, 0);
  if (spread === 0) throw new Error('Lee-Carter needs death rates that change');
  const b = a.map((mean, age) => logs.reduce((sum, year, t) => sum + k[t]! * (year[age]! - mean), 0) / spread);
  return { a, b: toOne(b.map((share) => Math.max(0, share))), k };
}

/** Common b of populations that must not drift apart: the mean of theirs. Li & Lee 2005, as the UN does for the two sexes. */
export const commonChange = (models: readonly LeeCarter[]): Float64Array =>
  toOne(models[0]!.b.map((_, age) => models.reduce((sum, { b }) => sum + b[age]!, 0)));

const FLAT_FROM = 15;
const FLAT_TO = 64;
const ROTATION_START = 80;
const ROTATION_END = 102;

/**
 * b turned towards its ultimate form as life expectancy (years, both sexes) rises from 80 to 102: progress slows at young ages and
 * quickens at old ones. Ultimate b: the mean of ages 15-64 at all ages up to 64, above them b scaled to join there, sum 1. Weight
 * √((1 + sin(π/2·(2w − 1)))/2) with w = (e0 − 80)/22. Li, Lee & Gerland 2013.
 */
export function rotate(b: Float64Array, lifeExpectancy: number): Float64Array {
  const w = Math.min(1, Math.max(0, (lifeExpectancy - ROTATION_START) / (ROTATION_END - ROTATION_START)));
  const weight = Math.sqrt((1 + Math.sin((Math.PI / 2) * (2 * w - 1))) / 2);
  const middle = b.slice(FLAT_FROM, FLAT_TO + 1);
  const level = middle.reduce((sum, share) => sum + share, 0) / middle.length;
  const joint = b[FLAT_TO + 1]! > 0 ? level / b[FLAT_TO + 1]! : 1;
  const ultimate = toOne(b.map((share, age) => (age <= FLAT_TO ? level : share * joint)));
  return b.map((share, age) => (1 - weight) * share + weight * ultimate[age]!);
}

function toOne(shares: Float64Array): Float64Array {
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

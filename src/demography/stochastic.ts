import { normalQuantile } from '#base';

/** A distribution by its middle and the bounds of its 80 and 95 per cent intervals. */
export interface QuantileBounds {
  readonly low95: number;
  readonly low80: number;
  readonly median: number;
  readonly high80: number;
  readonly high95: number;
}

/** Standard normal deviates of the upper bounds. */
const AT_80 = normalQuantile(0.9);
const AT_95 = normalQuantile(0.975);

/**
 * The value at a standard normal deviate: straight lines through the five quantiles, the outer ones going on beyond. It has exactly these
 * quantiles, however skew, and its median at 0.
 */
export function valueAtDeviate({ low95, low80, median, high80, high95 }: QuantileBounds, deviate: number): number {
  const [inner, outer] = deviate < 0 ? [low80, low95] : [high80, high95];
  const size = Math.abs(deviate);
  if (size <= AT_80) return median + ((inner - median) * size) / AT_80;
  return inner + ((outer - inner) * (size - AT_80)) / (AT_95 - AT_80);
}

/** Bounds between two years' bounds, `weight` of the way from the first to the second. */
export function betweenBounds(a: QuantileBounds, b: QuantileBounds, weight: number): QuantileBounds {
  const mix = (key: keyof QuantileBounds): number => a[key] + (b[key] - a[key]) * weight;
  return {
    low95: mix('low95'),
    low80: mix('low80'),
    median: mix('median'),
    high80: mix('high80'),
    high95: mix('high95'),
  };
}

/** Standard deviation of a year's shock with which an AR(1) process of some persistence has the lasting deviation asked for. */
export const shockOf = (persistence: number, lasting: number): number => lasting * Math.sqrt(1 - persistence ** 2);

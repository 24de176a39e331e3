import type { Missing } from '#base';
import { missing } from '#base';

/** Forecasts of some figures beside what came about. */
export interface Compared {
  readonly forecast: number;
  readonly actual: number;
}

/**
 * How far forecasts were off, in per cent. MAPE: mean of |forecast − actual| / actual. WAPE: Σ|forecast − actual| / Σ actual.
 * Bias: (Σ forecast − Σ actual) / Σ actual, above 0 where too much was forecast. Rayer 2007; Wilson & Rowe 2011.
 */
export interface ForecastError {
  /** Figures compared. */
  readonly count: number;
  readonly mape: number | Missing;
  readonly wape: number;
  readonly bias: number;
}

/** Errors of forecasts; missing where there is nothing to compare. A figure whose actual value is 0 has no percentage: no MAPE then. */
export function forecastError(pairs: readonly Compared[]): ForecastError | Missing {
  let [actual, forecast, missed, shares] = [0, 0, 0, 0];
  for (const pair of pairs) {
    const error = Math.abs(pair.forecast - pair.actual);
    actual += pair.actual;
    forecast += pair.forecast;
    missed += error;
    shares += error / pair.actual;
  }
  if (!(actual > 0)) return missing('denominator-zero', 'actual');
  return {
    count: pairs.length,
    mape: Number.isFinite(shares) ? (100 * shares) / pairs.length : missing('denominator-zero', 'actual'),
    wape: (100 * missed) / actual,
    bias: (100 * (forecast - actual)) / actual,
  };
}

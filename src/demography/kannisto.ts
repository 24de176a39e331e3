import { exp, log } from '#base';
/** Oldest age of the tables used inside; published ages end at 100+. */
export const LAST_AGE = 130;

/**
 * Death rates carried on to age 130 by Kannisto's model, logit m(x) = ln c + d·x, fitted by least squares on the logits of
 * ages `fitFrom`..`fitTo` and used from `fitTo + 1`. Thatcher, Kannisto & Vaupel 1998. `mx` starts at age 0; rates at the
 * fitted ages must lie strictly between 0 and 1.
 */
export function extendByKannisto(mx: Float64Array, fitFrom = 80, fitTo = 94): Float64Array {
  const fit = logits(mx, fitFrom, fitTo);
  return extend(mx, fitTo, fit.meanLogit, fit.meanAge, fit.covariance / fit.variance);
}

/**
 * Both sexes together: one slope d, an intercept for each, so that the sexes cannot cross beyond the data. Least squares with
 * a dummy for sex: the slope is the pooled covariance within the sexes over the pooled variance. Ševčíková, Li, Kantorová, Gerland
 * & Raftery 2016 (the "coherent Kannisto" of the UN since 2015).
 */
export function extendCoherently(
  rates: { readonly female: Float64Array; readonly male: Float64Array },
  fitFrom = 80,
  fitTo = 94,
): { female: Float64Array; male: Float64Array } {
  const female = logits(rates.female, fitFrom, fitTo);
  const male = logits(rates.male, fitFrom, fitTo);
  const slope = (female.covariance + male.covariance) / (female.variance + male.variance);
  return {
    female: extend(rates.female, fitTo, female.meanLogit, female.meanAge, slope),
    male: extend(rates.male, fitTo, male.meanLogit, male.meanAge, slope),
  };
}

/** Men's rates raised to women's from an age on, where the data cross; the UN does so while men's life expectancy is the shorter. */
export function maleNotBelowFemale(female: Float64Array, male: Float64Array, from = 80): Float64Array {
  return male.map((m, age) => (age < from ? m : Math.max(m, female[age]!)));
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Sums of the regression of logit m(x) on age over the ages fitted. */
function logits(
  mx: Float64Array,
  from: number,
  to: number,
): { meanAge: number; meanLogit: number; covariance: number; variance: number } {
  const ages = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const ys = ages.map((age) => {
    const m = mx[age]!;
    if (!(m > 0 && m < 1)) throw new Error(`death rate at age ${age} must lie between 0 and 1`);
    return log(m / (1 - m));
  });
  const meanAge = mean(ages);
  const meanLogit = mean(ys);
  return {
    meanAge,
    meanLogit,
    covariance: ages.reduce((sum, age, i) => sum + (age - meanAge) * (ys[i]! - meanLogit), 0),
    variance: ages.reduce((sum, age) => sum + (age - meanAge) ** 2, 0),
  };
}

function extend(mx: Float64Array, fitTo: number, meanLogit: number, meanAge: number, slope: number): Float64Array {
  return Float64Array.from({ length: LAST_AGE + 1 }, (_, age) =>
    age <= fitTo ? mx[age]! : 1 / (1 + exp(-(meanLogit + slope * (age - meanAge)))),
  );
}

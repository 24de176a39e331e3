/** Oldest age of the tables used inside; published ages end at 100+. */
export const LAST_AGE = 130;

/**
 * Death rates carried on to age 130 by Kannisto's model, logit m(x) = ln c + d·x, fitted by least squares on the logits of
 * ages `fitFrom`..`fitTo` and used from `fitTo + 1`. Thatcher, Kannisto & Vaupel 1998. `mx` starts at age 0; rates at the
 * fitted ages must lie strictly between 0 and 1.
 */
export function extendByKannisto(mx: Float64Array, fitFrom = 80, fitTo = 94): Float64Array {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumXY = 0;
  for (let age = fitFrom; age <= fitTo; age++) {
    const m = mx[age]!;
    if (!(m > 0 && m < 1)) throw new Error(`death rate at age ${age} must lie between 0 and 1`);
    const y = Math.log(m / (1 - m));
    n++;
    sumX += age;
    sumY += y;
    sumXX += age * age;
    sumXY += age * y;
  }
  const slope = (n * sumXY - sumX * sumY) / (n * sumXX - sumX * sumX);
  const intercept = (sumY - slope * sumX) / n;
  return Float64Array.from({ length: LAST_AGE + 1 }, (_, age) =>
    age <= fitTo ? mx[age]! : 1 / (1 + Math.exp(-(intercept + slope * age))),
  );
}

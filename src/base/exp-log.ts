/**
 * Exponential and natural logarithm from the four operations alone, which IEEE 754 fixes to the last bit. `Math.exp` and `Math.log` differ in the last
 * bit from one browser or Node to another, so a seed would not give the same numbers everywhere. Errors within 2 units in the last place.
 */

/** ln 2 in two parts: the first has zeros enough that its products with exponents are exact. */
const LN2_HIGH = 0.69314718036912381649;
const LN2_LOW = 1.90821492927058770002e-10;
const LEAST_EXPONENT = -1074;

/** 2^k, exact, from the least to the greatest exponent. */
const powersOfTwo = Float64Array.from({ length: 1024 - LEAST_EXPONENT }, () => 1);
for (let k = 1; k < 1024; k++) powersOfTwo[k - LEAST_EXPONENT] = powersOfTwo[k - 1 - LEAST_EXPONENT]! * 2;
for (let k = -1; k >= LEAST_EXPONENT; k--) powersOfTwo[k - LEAST_EXPONENT] = powersOfTwo[k + 1 - LEAST_EXPONENT]! / 2;
const powerOfTwo = (k: number): number => powersOfTwo[k - LEAST_EXPONENT]!;

/** Reciprocals of factorials, 1/0! … 1/13!. */
const TAYLOR = [1];
for (let n = 1; n <= 13; n++) TAYLOR.push(TAYLOR[n - 1]! / n);

/** e^x: x = k·ln 2 + r with |r| ≤ ln 2 / 2, Taylor's series of r, times 2^k. */
export function exp(x: number): number {
  if (!(x > -746)) return Number.isNaN(x) ? x : 0;
  if (x > 709.782712893384) return Infinity;
  const k = Math.round(x / (LN2_HIGH + LN2_LOW));
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = TAYLOR[13]!;
  for (let n = 12; n >= 0; n--) sum = sum * r + TAYLOR[n]!;
  const half = Math.trunc(k / 2);
  return sum * powerOfTwo(half) * powerOfTwo(k - half);
}

/** ln x: x = m·2^e with m about 1, ln m = 2·artanh((m − 1)/(m + 1)) by its series. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  const [m, e] = split(x);
  const f = (m - 1) / (m + 1);
  const square = f * f;
  let sum = 0;
  for (let n = 23; n >= 3; n -= 2) sum = (sum + 1 / n) * square;
  return e * LN2_HIGH + (2 * f + (2 * f * sum + e * LN2_LOW));
}

/** x as m·2^e with √½ ≤ m < √2. */
function split(x: number): readonly [m: number, e: number] {
  let low = LEAST_EXPONENT;
  let high = 1023;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (powerOfTwo(middle) <= x) low = middle;
    else high = middle - 1;
  }
  const half = Math.trunc(low / 2);
  const m = x / powerOfTwo(half) / powerOfTwo(low - half);
  return m > Math.SQRT2 ? [m / 2, low + 1] : [m, low];
}

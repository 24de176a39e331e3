import { log } from './exp-log.ts';

/** A seeded stream of random numbers: the same seed and stream give the same numbers in Node, in a worker and in a browser. */
export interface Random {
  /** Uniform on [0, 1), 32 bits. */
  uniform(): number;
  /** Whole number from 0 to `count` − 1. */
  below(count: number): number;
  /** Standard normal. */
  normal(): number;
}

/**
 * Stream `streams` of a seed, e.g. `random(seed, trajectory)`: streams do not depend on each other, so that work may be split
 * and taken in any order. Generator sfc32 (C. Doty-Humphrey, PractRand), its state filled by the murmur3 finaliser.
 */
export function random(seed: number, ...streams: readonly number[]): Random {
  let hash = mix(seed | 0);
  for (const stream of streams) hash = mix(hash ^ mix((stream | 0) + 0x9e3779b9));
  let a = hash;
  let b = mix(hash + 0x6a09e667);
  let c = mix(hash + 0xbb67ae85);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  const uniform = (): number => next() / 4294967296;
  return {
    uniform,
    below: (count) => Math.floor(uniform() * count),
    normal: () => normalQuantile((next() + 0.5) / 4294967296),
  };
}

/** Finaliser of murmur3 (A. Appleby, public domain): every bit of a 32-bit number moves every bit of the result. */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Quantile of the standard normal at 0 < p < 1, to 1e-15: Wichura 1988, Applied Statistics 37, algorithm AS 241 (PPND16). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const value =
    r <= 5
      ? polynomial(MIDDLE, r - 1.6) / polynomial(MIDDLE_BELOW, r - 1.6)
      : polynomial(TAIL, r - 5) / polynomial(TAIL_BELOW, r - 5);
  return q < 0 ? -value : value;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

const CENTRE = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const CENTRE_BELOW = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852546,
];
const MIDDLE = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const MIDDLE_BELOW = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const TAIL = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const TAIL_BELOW = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];

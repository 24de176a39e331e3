/** A function's value at an argument. */
export interface Sample {
  readonly x: number;
  readonly y: number;
}

/** Where a function takes a value; or why it does not, with the nearest that was seen. */
export type Root =
  | ({ readonly found: true } & Sample)
  | { readonly found: false; readonly reason: 'flat' | 'out-of-reach' | 'jump'; readonly nearest: Sample };

export interface Search {
  readonly target: number;
  /** Where to begin: the root nearest to it is looked for. */
  readonly start: number;
  readonly low: number;
  readonly high: number;
  /** How near `y` must come to the target. */
  readonly tolerance: number;
}

const STEPS = 12;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The argument nearest to `start` at which `f` takes the target, between `low` and `high`. Steps of growing length to both sides
 * until the target lies between two neighbours (so `f` need not be monotone), then regula falsi (Illinois) with bisection inside.
 * Where no neighbours have it between them, the nearest approach is searched by golden section, for a peak that passes the
 * target. Undefined values of `f` end that side. What cannot be reached, does not move, or jumps over the target is said, never guessed.
 */
export function findRoot(f: (x: number) => number | undefined, search: Search): Root {
  const { target, start, low, high, tolerance } = search;
  const first = sample(f, start);
  if (first === undefined) throw new Error('the function has no value where the search starts');
  const seen: Sample[] = [first];
  let jumped: Sample | undefined;
  const hit = ({ y }: Sample): boolean => Math.abs(y - target) <= tolerance;
  if (hit(first)) return { found: true, ...first };
  const ends: (Sample | undefined)[] = [first, first];
  for (let step = 1; step <= STEPS; step++) {
    const candidates: Sample[] = [];
    for (const side of [0, 1]) {
      const before = ends[side];
      if (before === undefined) continue;
      const next = sample(f, start + ((side === 0 ? low : high) - start) * (step / STEPS) ** 2);
      ends[side] = next;
      if (next === undefined) continue;
      seen.push(next);
      if (!between(before, next, target)) continue;
      const inside = narrow(f, before, next, target, tolerance);
      if (hit(inside)) candidates.push(inside);
      else jumped = inside;
    }
    const root = candidates.toSorted((a, b) => Math.abs(a.x - start) - Math.abs(b.x - start))[0];
    if (root !== undefined) return { found: true, ...root };
  }
  const values = seen.map(({ y }) => y);
  if (Math.max(...values) - Math.min(...values) <= tolerance) return { found: false, reason: 'flat', nearest: first };
  const peak = approach(f, seen, target);
  if (peak.bracket !== undefined) {
    const inside = narrow(f, ...peak.bracket, target, tolerance);
    if (hit(inside)) return { found: true, ...inside };
  }
  if (jumped !== undefined) return { found: false, reason: 'jump', nearest: jumped };
  return { found: false, reason: 'out-of-reach', nearest: peak.nearest };
}

function sample(f: (x: number) => number | undefined, x: number): Sample | undefined {
  const y = f(x);
  return y === undefined ? undefined : { x, y };
}

const between = (a: Sample, b: Sample, target: number): boolean => (a.y - target) * (b.y - target) <= 0;

/** Shrinks a bracket until an end is within the tolerance or the bracket is as narrow as numbers are. */
function narrow(
  f: (x: number) => number | undefined,
  from: Sample,
  to: Sample,
  target: number,
  tolerance: number,
): Sample {
  let [a, b] = [from, to];
  let [errorA, errorB] = [a.y - target, b.y - target];
  for (let iteration = 1; iteration <= 80; iteration++) {
    const best = Math.abs(a.y - target) < Math.abs(b.y - target) ? a : b;
    if (Math.abs(best.y - target) <= tolerance || Math.abs(b.x - a.x) <= 1e-13 * (1 + Math.abs(a.x))) return best;
    const middle = iteration % 3 === 0 ? (a.x + b.x) / 2 : b.x - (errorB * (b.x - a.x)) / (errorB - errorA);
    const next = sample(f, middle);
    if (next === undefined) return best;
    if ((next.y - target) * errorB <= 0) [a, errorA] = [b, errorB];
    else errorA /= 2;
    [b, errorB] = [next, next.y - target];
  }
  return Math.abs(a.y - target) < Math.abs(b.y - target) ? a : b;
}

/**
 * The nearest approach to the target: golden section between the neighbours of the best sample, unless that is an end; a
 * bracket where it passes the target.
 */
function approach(
  f: (x: number) => number | undefined,
  samples: readonly Sample[],
  target: number,
): { nearest: Sample; bracket?: [Sample, Sample] } {
  const ordered = samples.toSorted((a, b) => a.x - b.x);
  const miss = ({ y }: Sample): number => Math.abs(y - target);
  const index = ordered.reduce((best, entry, at) => (miss(entry) < miss(ordered[best]!) ? at : best), 0);
  const best = ordered[index]!;
  let nearest = best;
  let [left, right] = [ordered[index - 1]?.x, ordered[index + 1]?.x];
  if (left === undefined || right === undefined) return { nearest };
  let one = sample(f, right - GOLDEN * (right - left));
  let two = sample(f, left + GOLDEN * (right - left));
  for (let iteration = 0; iteration < 30 && one !== undefined && two !== undefined; iteration++) {
    for (const entry of [one, two]) {
      if (between(best, entry, target)) return { nearest: entry, bracket: [best, entry] };
      if (miss(entry) < miss(nearest)) nearest = entry;
    }
    if (miss(one) < miss(two)) {
      right = two.x;
      two = one;
      one = sample(f, right - GOLDEN * (right - left));
    } else {
      left = one.x;
      one = two;
      two = sample(f, left + GOLDEN * (right - left));
    }
  }
  return { nearest };
}

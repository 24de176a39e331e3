import type { PreparedText } from './prepared-text.ts';
import { lettersOnlyIn } from './prepared-text.ts';

/** Jaro similarity in characters (Jaro 1989, JASA 84): 1 for equal texts, 0 where no character matches. */
export function jaro({ codes: x }: PreparedText, { codes: y }: PreparedText): number {
  if (x.length === 0 || y.length === 0) return x.length === y.length ? 1 : 0;
  const reach = Math.max(0, Math.floor(Math.max(x.length, y.length) / 2) - 1);
  const taken = new Uint8Array(y.length);
  const matched: number[] = [];
  for (let i = 0; i < x.length; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(y.length, i + reach + 1); j++)
      if (taken[j] === 0 && x[i] === y[j]) {
        taken[j] = 1;
        matched.push(x[i]!);
        break;
      }
  const count = matched.length;
  if (count === 0) return 0;
  let moved = 0;
  let next = 0;
  for (let j = 0; j < y.length; j++) if (taken[j] === 1 && y[j] !== matched[next++]) moved++;
  return (count / x.length + count / y.length + (count - moved / 2) / count) / 3;
}

/** Jaro similarity raised by a common beginning of up to four characters, 0.1 each (Winkler 1990). */
export function jaroWinkler(a: PreparedText, b: PreparedText): number {
  const similarity = jaro(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.codes.length && a.codes[prefix] === b.codes[prefix]) prefix++;
  return similarity + prefix * 0.1 * (1 - similarity);
}

/** What the similarity is at most, from lengths and letters alone. */
export function mostJaroWinkler(a: PreparedText, b: PreparedText): number {
  const [x, y] = [a.codes.length, b.codes.length];
  const matched = Math.min(x - lettersOnlyIn(a, b), y - lettersOnlyIn(b, a));
  const most = matched <= 0 ? 0 : (matched / x + matched / y + 1) / 3;
  return a.codes[0] === b.codes[0] ? most + 0.4 * (1 - most) : most;
}

import type { MeasureId } from '../model/model.ts';
import { editDistance } from './edit-distance.ts';
import { jaroWinkler, mostJaroWinkler } from './jaro-winkler.ts';
import { latinSound } from './latin-sound.ts';
import type { PreparedText } from './prepared-text.ts';
import { prepareText } from './prepared-text.ts';

/** Grade of two different values by their places in a list: 0 (unlike) to the measure's highest. Symmetric. */
export type Grader = (a: number, b: number) => number;

/** A grader of a list of values. Pure: the same on every engine, since none of them takes part. */
export const grader = (measure: MeasureId, values: readonly string[]): Grader => MEASURES[measure](values);

const MEASURES: Readonly<Record<MeasureId, (values: readonly string[]) => Grader>> = {
  name: nameGrader,
  words: wordsGrader,
  address: addressGrader,
  code: codeGrader,
  number: numberGrader,
};

/** 4: one slip of the pen in a name of four letters or more; 3: Jaro-Winkler ≥ 0.9; 2: the same sound, or one begins the other (Rob, Robert); 1: ≥ 0.78. */
function nameGrader(values: readonly string[]): Grader {
  const texts = values.map(prepareText);
  const sounds = values.map((value) => value.split(' ').map(latinSound).join(' ').trim());
  return (i, j) => {
    const [a, b] = [texts[i]!, texts[j]!];
    const shortest = Math.min(a.codes.length, b.codes.length);
    if (shortest >= 4 && editDistance(a, b, 1) <= 1) return 4;
    const similarity = mostJaroWinkler(a, b) < 0.78 ? 0 : jaroWinkler(a, b);
    if (similarity >= 0.9) return 3;
    if (sounds[i] !== '' && sounds[i] === sounds[j]) return 2;
    if (shortest >= 2 && (a.text.startsWith(b.text) || b.text.startsWith(a.text))) return 2;
    return similarity >= 0.78 ? 1 : 0;
  };
}

/** Of several words in any order. 3: nearly the same letters (0.85); 2: most (0.7); 1: half and more (0.55). */
function wordsGrader(values: readonly string[]): Grader {
  const texts = values.map(prepareText);
  const words = values.map((value) => value.split(' ').map(prepareText));
  return (i, j) => {
    const [a, b] = [texts[i]!, texts[j]!];
    const longest = Math.max(a.codes.length, b.codes.length);
    const limit = Math.floor(longest * 0.45);
    const similarity = Math.max(1 - editDistance(a, b, limit) / longest, wordsShared(words[i]!, words[j]!));
    if (similarity >= 0.85) return 3;
    if (similarity >= 0.7) return 2;
    return similarity >= 0.55 ? 1 : 0;
  };
}

/** As words; but where both have numbers and none in common, 1 at most: neighbours share a street. */
function addressGrader(values: readonly string[]): Grader {
  const grade = wordsGrader(values);
  const numbers = values.map((value) => new Set(value.match(/\d+/g)));
  return (i, j) => {
    const [a, b] = [numbers[i]!, numbers[j]!];
    const isElsewhere = a.size > 0 && b.size > 0 && ![...a].some((number) => b.has(number));
    return isElsewhere ? Math.min(1, grade(i, j)) : grade(i, j);
  };
}

/** 2: one slip in a code (a digit, two swapped, one lost); 1: two slips in a code of six and more. */
function codeGrader(values: readonly string[]): Grader {
  const texts = values.map(prepareText);
  return (i, j) => {
    const [a, b] = [texts[i]!, texts[j]!];
    const longest = Math.max(a.codes.length, b.codes.length);
    const slips = editDistance(a, b, longest >= 6 ? 2 : 1);
    if (slips > 2 || longest < 3) return 0;
    return slips <= 1 ? 2 : longest >= 6 ? 1 : 0;
  };
}

/** Of decimal numbers. 2: within 1 %; 1: within 10 %. */
function numberGrader(values: readonly string[]): Grader {
  const numbers = values.map(Number);
  return (i, j) => {
    const [x, y] = [numbers[i]!, numbers[j]!];
    const apart = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y));
    if (apart <= 0.01) return 2;
    return apart <= 0.1 ? 1 : 0;
  };
}

/** Share of letters in words that both have; a word is shared with the first that differs by one slip in five letters at most. */
function wordsShared(x: readonly PreparedText[], y: readonly PreparedText[]): number {
  if (x.length === 1 && y.length === 1) return 0;
  let taken = 0;
  let shared = 0;
  for (const word of x) {
    const limit = Math.floor(word.codes.length / 5);
    const at = y.findIndex((other, index) => (taken & (1 << index)) === 0 && editDistance(word, other, limit) <= limit);
    if (at < 0) continue;
    taken |= 1 << at;
    shared += word.codes.length + y[at]!.codes.length;
  }
  return shared / (letters(x) + letters(y));
}

const letters = (words: readonly PreparedText[]): number => words.reduce((sum, { codes }) => sum + codes.length, 0);

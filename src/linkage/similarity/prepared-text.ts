/** A text made ready for many comparisons. */
export interface PreparedText {
  readonly text: string;
  /** Characters as code points, so that a surrogate pair counts once. */
  readonly codes: Int32Array;
  /** A bit for each character that occurs (by code modulo 32). */
  readonly letters: number;
}

export function prepareText(text: string): PreparedText {
  const codes = Int32Array.from(text, (character) => character.codePointAt(0)!);
  return { text, codes, letters: codes.reduce((bits, code) => bits | (1 << (code & 31)), 0) };
}

/** Characters of the first that the second does not have, at least. */
export const lettersOnlyIn = (a: PreparedText, b: PreparedText): number => countBits(a.letters & ~b.letters);

/** Edits that are needed at least, from lengths and from characters that only one of two texts has. */
export const leastEdits = (a: PreparedText, b: PreparedText): number =>
  Math.max(Math.abs(a.codes.length - b.codes.length), lettersOnlyIn(a, b), lettersOnlyIn(b, a));

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

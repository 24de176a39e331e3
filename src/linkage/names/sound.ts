import { pinyin } from 'pinyin-pro';

/** Width of a syllable code; shorter syllables are filled up with `_`, so that SQL can take one by `substr`. */
export const SYLLABLE_WIDTH = 6;

/** A function that answers each text once: names are made of a few thousand characters. */
function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) known.set(text, (found = answer(text)));
    return found;
  };
}

/**
 * Toned reading of one character, e.g. `zhang1`; a Latin run (`WEI`, from a name whose rare character was typed as pinyin) is its own
 * reading without a tone; a character without a known reading gives `u` and its code point.
 */
export const reading = remembered((unit) => {
  const found = /^[a-z]+$/i.test(unit) ? `${unit.toLowerCase()}0` : (charactersRead(unit, 'normal')[0] ?? '');
  return /^[a-z]+[0-5]$/.test(found) ? found : `u${unit.codePointAt(0)!.toString(16)}0`;
});

/** Toned readings of a surname, which may be read otherwise than elsewhere (单 shan, 仇 qiu, 区 ou, 尉迟 yu chi). */
export function surnameReadings(surname: readonly string[]): readonly string[] {
  if (surname.some((unit) => unit.length > 2 || /[a-z]/i.test(unit))) return surname.map(reading);
  const found = readingsOfSurname(surname.join(''));
  return surname.map((unit, index) => (/^[a-z]+[0-5]$/.test(found[index] ?? '') ? found[index]! : reading(unit)));
}

const readingsOfSurname = remembered((surname) => charactersRead(surname, 'surname'));

const charactersRead = (text: string, mode: 'normal' | 'surname'): readonly string[] =>
  pinyin(text, { mode, toneType: 'num', type: 'array', v: true });

/** Syllable without its tone, six wide. */
export const tonelessSyllable = (toned: string): string => pad(toned.slice(0, -1));

/** Syllable with its tone, seven wide. */
export const tonedSyllable = (toned: string): string => tonelessSyllable(toned) + toned.slice(-1);

/**
 * Syllable with the sounds run together that south-western speakers and input methods confuse: zh/z, ch/c, sh/s, n/l, h/f, ang/an,
 * eng/en, ing/in. Six wide.
 */
export const fuzzySyllable = remembered((toned) => {
  const plain = toned.slice(0, -1);
  if (plain.startsWith('u')) return pad(plain);
  return pad(
    plain
      .replace(/^([zcs])h/, '$1')
      .replace(/^n/, 'l')
      .replace(/^hu(?=.)/, 'f')
      .replace(/^h(?=u$)/, 'f')
      .replace(/([aei])ng$/, '$1n'),
  );
});

const pad = (syllable: string): string => syllable.slice(0, SYLLABLE_WIDTH).padEnd(SYLLABLE_WIDTH, '_');

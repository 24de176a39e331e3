import { foldName } from './fold-name.ts';
import { lookAlikeForm } from './look-alike-characters.ts';
import { fuzzySyllable, reading, surnameReadings, tonedSyllable, tonelessSyllable } from './sound.ts';
import { splitName } from './split-name.ts';

/**
 * Codes of a Chinese name, all compared for equality only. Codes are ASCII with a fixed width per character, so that every engine
 * gives the same answer: `tone` 7, `sound` and `fuzzy` 6, `shape` 5. `null` where there is nothing to compare.
 */
export interface NameCodes {
  /** Folded name without its middle dot: the form two mentions of a person share. */
  readonly name: string | null;
  readonly surname: string | null;
  readonly given: string | null;
  /** Characters (or Latin runs) in the name. */
  readonly name_length: number | null;
  /** Syllables with tone, of the whole name. */
  readonly name_tone: string | null;
  /** Syllables without tone. */
  readonly name_sound: string | null;
  /** Syllables with commonly confused sounds run together. */
  readonly name_fuzzy: string | null;
  /** Representatives of look-alike characters, hexadecimal code points. */
  readonly name_shape: string | null;
  readonly surname_fuzzy: string | null;
  readonly given_fuzzy: string | null;
  /** Whether a placeholder stands for a character; then `name_tone`, `name_sound`, `name_fuzzy` and `name_shape` hold `?` there. */
  readonly name_partial: boolean;
}

/** The columns of `nameCodes` in a person record, in order. */
export const NAME_COLUMNS = [
  'name',
  'surname',
  'given',
  'name_length',
  'name_tone',
  'name_sound',
  'name_fuzzy',
  'name_shape',
  'surname_fuzzy',
  'given_fuzzy',
  'name_partial',
] as const satisfies readonly (keyof NameCodes)[];

/** Codes of a name as a department wrote it. Pure; about half a million names a second. */
export function nameCodes(text: string | null | undefined): NameCodes {
  const folded = foldName(text);
  if (folded === null) return NO_NAME;
  const { surname, given } = splitName(folded);
  const units = [...surname, ...given];
  const toned = [...surnameReadings(surname), ...given.map(reading)];
  const code = (of: (toned: string) => string, width: number, from = 0, to = units.length): string | null =>
    from === to
      ? null
      : units
          .slice(from, to)
          .map((unit, index) => (unit === '?' ? '?'.padEnd(width, '_') : of(toned[from + index]!)))
          .join('');
  return {
    name: units.join(''),
    surname: surname.join(''),
    given: given.length === 0 ? null : given.join(''),
    name_length: units.length,
    name_tone: code(tonedSyllable, 7),
    name_sound: code(tonelessSyllable, 6),
    name_fuzzy: code(fuzzySyllable, 6),
    name_shape: units.map(shapeCode).join(''),
    surname_fuzzy: code(fuzzySyllable, 6, 0, surname.length),
    given_fuzzy: code(fuzzySyllable, 6, surname.length),
    name_partial: units.includes('?'),
  };
}

const shapeCode = (unit: string): string =>
  unit === '?' ? '?____' : lookAlikeForm(unit).codePointAt(0)!.toString(16).padStart(5, '0');

const NO_NAME: NameCodes = {
  name: null,
  surname: null,
  given: null,
  name_length: null,
  name_tone: null,
  name_sound: null,
  name_fuzzy: null,
  name_shape: null,
  surname_fuzzy: null,
  given_fuzzy: null,
  name_partial: false,
};

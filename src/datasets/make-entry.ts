import type { Area, DivisionHistory } from '#base';
import { parseIdNumber } from '#base';
import { addressCodes, nameCodes, ADDRESS_COLUMNS, NAME_COLUMNS } from '#linkage';
import { parseDay } from './normalise/parse-day.ts';
import { parsePhone } from './normalise/parse-phone.ts';
import { placeFinder } from './normalise/place-in-address.ts';
import type { Vault } from './vault.ts';

const texts = <K extends string>(...columns: readonly K[]): Record<K, string> =>
  Object.fromEntries(columns.map((column) => [column, 'VARCHAR'])) as Record<K, string>;

/** Kinds of value that are normalised outside SQL, and what each comes to: columns with their types. */
export const ENTRY = {
  'person-name': { ...texts('tidy', ...NAME_COLUMNS), name_length: 'INTEGER', name_partial: 'BOOLEAN' },
  'identity-number': { ...texts('token', 'fault', 'division', 'birth', 'sequence', 'sex'), valid: 'BOOLEAN' },
  phone: texts('token'),
  secret: texts('token'),
  division: texts('county', 'township'),
  address: texts('tidy', 'county', 'township', ...ADDRESS_COLUMNS),
  day: { day: 'DATE' },
} as const satisfies Record<string, Record<string, string>>;

export type Kind = keyof typeof ENTRY;
export const KINDS = Object.keys(ENTRY) as readonly Kind[];

/** A value's cells, in the order of `ENTRY`. */
export type Entry = readonly (string | number | boolean | null)[];

/** What entries are made with. */
export interface Makers {
  readonly vault: Vault;
  readonly divisions: DivisionHistory;
  readonly areas: readonly Area[];
  readonly city: string;
  /** Year in which feeds write division codes. */
  readonly year: number;
}

/** Functions from a value as written to its entry. */
export function entryMakers({ vault, divisions, areas, city, year }: Makers): Record<Kind, (written: string) => Entry> {
  const placeIn = placeFinder(areas, city);
  const townships = new Set(areas.filter(({ level }) => level === 'township').map(({ code }) => code));
  const sequences = new Map<string, string>();
  const sequenceToken = (digits: string): string => {
    const token = sequences.get(digits) ?? vault.token('sequence', digits);
    sequences.set(digits, token);
    return token;
  };
  /** Of several heirs of a code that was split, one of the city's own is the likelier. */
  const today = (code: string): string | null => {
    const heirs = divisions.today(code, year);
    return heirs.find((heir) => heir.startsWith(city.slice(0, 4))) ?? heirs[0] ?? null;
  };
  return {
    'person-name': (written) => {
      const codes = nameCodes(written);
      return [written.normalize('NFKC').replace(/\s+/gu, ' ').trim(), ...NAME_COLUMNS.map((column) => codes[column])];
    },
    'identity-number': (written) => {
      const folded = written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
      const parsed = parseIdNumber(folded);
      const token = vault.token('identity', 'fault' in parsed ? folded : parsed.number);
      if (!('fault' in parsed)) {
        const { division, birth, sequence, sex } = parsed;
        return [token, null, division, birth.replaceAll('-', ''), sequenceToken(sequence), sex, true];
      }
      const [, division = null, birth = null, sequence] = /^(\d{6})(\d{8})(\d{3})[\dX]$/.exec(folded) ?? [];
      return [
        token,
        parsed.fault,
        division,
        birth,
        sequence === undefined ? null : sequenceToken(sequence),
        null,
        false,
      ];
    },
    phone: (written) => {
      const digits = parsePhone(written);
      return [digits === null ? null : vault.token('phone', digits)];
    },
    secret: (written) => [vault.token('secret', written.normalize('NFKC').replace(/\s/g, '').toUpperCase())],
    division: (written) => {
      const code = written.normalize('NFKC').replace(/\s/g, '');
      const county = /^\d{6}(\d{3}){0,2}$/.test(code) ? today(code.slice(0, 6)) : null;
      return [county, townships.has(code.slice(0, 9)) ? code.slice(0, 9) : null];
    },
    address: (written) => {
      const tidy = written.normalize('NFKC').replace(/\s+/gu, '');
      const { county, township } = placeIn(tidy, null);
      const codes = addressCodes(written);
      return [tidy, county, township, ...ADDRESS_COLUMNS.map((column) => codes[column])];
    },
    day: (written) => [parseDay(written)],
  };
}

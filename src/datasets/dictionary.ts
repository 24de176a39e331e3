import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Area, DivisionHistory } from '#base';
import { parseIdNumber } from '#base';
import { addressCodes, nameCodes, ADDRESS_COLUMNS, NAME_COLUMNS } from '#linkage';
import type { Database } from '#warehouse';
import { sqlName, sqlText } from '#warehouse';
import { placeFinder } from './normalise/place-in-address.ts';
import type { Vault } from './vault.ts';

/** Kinds of value that are normalised outside SQL: once for each distinct value, then joined. */
export const KINDS = ['person-name', 'identity-number', 'phone', 'division', 'address'] as const;
export type Kind = (typeof KINDS)[number];

/** Columns that a dictionary gives for a value as written. */
export const COLUMNS = {
  'person-name': ['tidy', ...NAME_COLUMNS],
  'identity-number': ['token', 'valid', 'fault', 'division', 'birth', 'sequence', 'sex'],
  phone: ['token', 'valid'],
  division: ['county', 'township', 'known'],
  address: ['tidy', 'county', 'township', ...ADDRESS_COLUMNS],
} as const satisfies Record<Kind, readonly string[]>;

type Cell = string | number | boolean | null;

/** What dictionaries are made with. */
export interface Makers {
  readonly vault: Vault;
  readonly divisions: DivisionHistory;
  readonly areas: readonly Area[];
  readonly city: string;
  /** Year in which feeds write division codes. */
  readonly year: number;
}

/** Normalises distinct values and remembers them from file to file. */
export function dictionaries({ vault, divisions, areas, city, year }: Makers) {
  const placeIn = placeFinder(areas, city);
  const townships = new Set(areas.filter(({ level }) => level === 'township').map(({ code }) => code));
  const today = (code: string): string | null => {
    const heirs = divisions.today(code, year);
    if (heirs.length === 1) return heirs[0]!;
    return heirs.find((heir) => heir.startsWith(city.slice(0, 4))) ?? heirs[0] ?? null;
  };
  const makers: Record<Kind, (written: string) => readonly Cell[]> = {
    'person-name': (written) => {
      const codes = nameCodes(written);
      return [written.normalize('NFKC').replace(/\s+/gu, ' ').trim(), ...NAME_COLUMNS.map((column) => codes[column])];
    },
    'identity-number': (written) => {
      const folded = written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
      const parsed = parseIdNumber(folded);
      if ('fault' in parsed) {
        const parts = /^(\d{6})(\d{8})(\d{3})[\dX]$/.exec(folded);
        return [
          vault.token('identity', folded),
          false,
          parsed.fault,
          parts?.[1] ?? null,
          parts?.[2] ?? null,
          parts === null ? null : vault.token('sequence', parts[3]!),
          null,
        ];
      }
      return [
        vault.token('identity', parsed.number),
        true,
        null,
        parsed.division,
        parsed.birth.replaceAll('-', ''),
        vault.token('sequence', parsed.sequence),
        parsed.sex,
      ];
    },
    phone: (written) => {
      const digits = written
        .normalize('NFKC')
        .replace(/^\+?86[- ]?(?=1\d{10}$)/, '')
        .replace(/\D/g, '');
      const valid = /^1[3-9]\d{9}$|^0\d{9,11}$|^\d{7,8}$/.test(digits);
      return [valid ? vault.token('phone', digits) : null, valid];
    },
    division: (written) => {
      const code = written.normalize('NFKC').replace(/\s/g, '');
      const county = /^\d{6}(\d{3})?(\d{3})?$/.test(code) ? today(code.slice(0, 6)) : null;
      const township = code.length >= 9 && townships.has(code.slice(0, 9)) ? code.slice(0, 9) : null;
      return [county, township, county !== null];
    },
    address: (written) => {
      const tidy = written.normalize('NFKC').replace(/\s+/gu, '');
      const { county, township } = placeIn(tidy, null);
      const codes = addressCodes(written);
      return [tidy, county, township, ...ADDRESS_COLUMNS.map((column) => codes[column])];
    },
  };
  const known = new Map<Kind, Map<string, string>>(KINDS.map((kind) => [kind, new Map()]));

  return {
    /** Makes table `dictionary_KIND` of all distinct values of some expressions over a table. */
    async make(
      database: Database,
      kind: Kind,
      expressions: readonly string[],
      table: string,
      folder: string,
    ): Promise<void> {
      const memory = known.get(kind)!;
      if (memory.size > MOST_KNOWN) memory.clear();
      const distinct = expressions
        .map((expression) => `SELECT ${expression} AS v FROM ${sqlName(table)}`)
        .join(' UNION ALL ');
      const file = join(folder, `dictionary-${kind}.csv`);
      const out = openSync(file, 'w', 0o600);
      try {
        await database.column(`SELECT DISTINCT v FROM (${distinct}) q WHERE v IS NOT NULL`, (values) => {
          let lines = '';
          for (const value of values as readonly string[]) {
            let line = memory.get(value);
            if (line === undefined) {
              line = `${[value, ...makers[kind](value)].map(csvCell).join(',')}\n`;
              if (memory.size <= MOST_KNOWN) memory.set(value, line);
            }
            lines += line;
          }
          writeSync(out, lines);
        });
      } finally {
        closeSync(out);
      }
      const columns = ['written', ...COLUMNS[kind]].map((column) => `${sqlText(column)}: 'VARCHAR'`);
      await database.run(
        `CREATE OR REPLACE TEMP TABLE ${dictionaryTable(kind)} AS SELECT * FROM read_csv(${sqlText(file)}, header = false,
         auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${columns.join(', ')}})`,
      );
    },
  };
}

export type Dictionaries = ReturnType<typeof dictionaries>;

/** Most values of a kind that are remembered: some 150 MB each. */
const MOST_KNOWN = 500_000;

export const dictionaryTable = (kind: Kind): string => sqlName(`dictionary_${kind}`);

function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
}

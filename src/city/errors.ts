import type { Dataset, DatasetField } from '#plan';
import { chance } from './chance.ts';
import type { Contracts } from './contracts.ts';
import type { FeedRow, Value } from './feeds/feed.ts';
import { RARE } from './person-names.ts';
import type { Rates } from './rates.ts';
import { readTable } from './tables.ts';
import { valueWriter, writeDate } from './write-values.ts';

/** Characters that a character is mistaken for, by kind of mistake. */
const confusable = {
  'same-sound': new Map(readTable('confusable').map((row) => [row['character']!, [...row['same_sound']!]])),
  'near-sound': new Map(readTable('confusable').map((row) => [row['character']!, [...row['near_sound']!]])),
  'near-shape': new Map(readTable('confusable').map((row) => [row['character']!, [...row['near_shape']!]])),
  variant: new Map(readTable('variants').map((row) => [row['character']!, [row['variant']!]])),
} as const;

/** Text of a field after an error, or undefined where it cannot befall it; `kin` are the row's other texts of the kind. */
type Spoil = (text: string, u: number, form: string, kin: readonly string[]) => string | undefined;

const at = (text: string, u: number): number => Math.floor(u * text.length);

const fullWidth = (text: string): string =>
  text.replaceAll(/[0-9A-Za-z]/g, (character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0));

/** One digit of a number made another. */
function mistype(text: string, u: number): string | undefined {
  const place = at(text, u);
  const digit = text.codePointAt(place)! - 48;
  if (digit < 0 || digit > 9) return undefined;
  const other = (digit + 1 + Math.floor(((u * text.length) % 1) * 9)) % 10;
  return text.slice(0, place) + String(other) + text.slice(place + 1);
}

/** A character of a name made one that it is mistaken for. */
const confuse =
  (kind: keyof typeof confusable): Spoil =>
  (text, u) => {
    const characters = [...text];
    const order = characters.map((_, i) => (i + Math.floor(u * characters.length)) % characters.length);
    for (const place of order) {
      const others = confusable[kind].get(characters[place]!);
      if (others === undefined || others.length === 0) continue;
      characters[place] = others[Math.floor(((u * 997) % 1) * others.length)]!;
      return characters.join('');
    }
    return undefined;
  };

const spoils: Readonly<Record<string, Readonly<Record<string, Spoil>>>> = {
  'identity-number': {
    missing: () => '',
    mistyped: mistype,
    transposed: (text, u) => {
      const place = Math.floor(u * (text.length - 2));
      if (text[place] === text[place + 1]) return undefined;
      return text.slice(0, place) + text[place + 1]! + text[place]! + text.slice(place + 2);
    },
    fifteen: (text) => (text.slice(6, 8) === '19' ? text.slice(0, 6) + text.slice(8, 17) : undefined),
    'lower-case': (text) => (text.endsWith('X') ? `${text.slice(0, 17)}x` : undefined),
    'full-width': fullWidth,
    'of-kin': (text, _u, _form, kin) => kin.find((other) => other !== '' && other !== text),
  },
  'person-name': {
    'same-sound': confuse('same-sound'),
    'near-sound': confuse('near-sound'),
    'near-shape': confuse('near-shape'),
    variant: confuse('variant'),
    'rare-placeholder': (text, u) => {
      const rare = [...text].find((character) => RARE.has(character));
      if (rare === undefined) return undefined;
      return text.replace(rare, u < 0.4 ? '?' : u < 0.65 ? '○' : RARE.get(rare)!);
    },
    dot: (text, u) => (text.includes('·') ? text.replace('·', ['•', '.', '・', ''][Math.floor(u * 4)]!) : undefined),
    reversed: (text) => ([...text].length < 2 ? undefined : [...text].slice(1).join('') + [...text][0]!),
    spaced: (text, u) => (u < 0.5 ? `${text} ` : `${[...text][0]} ${[...text].slice(1).join('')}`),
    truncated: (text) => ([...text].length < 3 ? undefined : [...text].slice(0, -1).join('')),
    missing: () => '',
  },
  date: {
    missing: () => '',
    'wrong-day': (text, u) => shiftDigits(text, u, 1),
    'wrong-year': (text, u) =>
      text.slice(0, 3) + String((Number(text[3]) + 1 + Math.floor(u * 8)) % 10) + text.slice(4),
    'month-day-swapped': (text, _u, form) => {
      const parts = /^(\d{4})(-|\/|年)?(\d{1,2})(?:-|\/|月)?(\d{1,2})(.*)$/.exec(text);
      if (parts === null || Number(parts[4]) > 12 || parts[3] === parts[4] || form.length < 8) return undefined;
      return text.replace(/^(\d{4}\D?)(\d{2}|\d)(\D?)(\d{2}|\d)/, '$1$4$3$2');
    },
    impossible: (_text, u, form) =>
      u < 0.5
        ? writeDate(10_956, form).replace(/^2000/, '0000')
        : form.startsWith('YYYYMMDD')
          ? '19990230'
          : form === 'YYYY/M/D'
            ? '1999/2/30'
            : form === 'YYYY年M月D日'
              ? '1999年2月30日'
              : form.length < 8
                ? '199913'
                : '1999-02-30',
  },
  address: {
    missing: () => '',
    'without-city': (text) => {
      const short = text.replace(/^四川省泸州市/, '');
      return short === text ? undefined : short;
    },
    'without-room': (text) => {
      const short = text.replace(/\d+(栋|组).*$/, '');
      return short === text ? undefined : short;
    },
    'full-width': (text) => (/\d/.test(text) ? fullWidth(text) : undefined),
    misspelt: (text, u) => confuse('same-sound')(text.slice(9), u, '', [])?.replace(/^/, text.slice(0, 9)),
  },
  division: {
    missing: () => '',
    'old-code': (text) => OLD_CODES[text],
    'city-only': (text) => (text.startsWith('5105') ? '510500' : undefined),
  },
  phone: {
    missing: () => '',
    mistyped: mistype,
    old: (text, u) => text.slice(0, 3) + String(100_000_000 + Math.floor(u * 99_999_999)).slice(1),
  },
  code: { missing: () => '', wrong: (text) => OTHER_SEX[text] },
  text: { missing: () => '' },
};

/** Only the sex is ever coded wrongly here. */
const OTHER_SEX: Readonly<Record<string, string>> = { 男性: '女性', 女性: '男性' };

/** Codes in force before the changes of 1983-1995, by today's. */
const OLD_CODES: Readonly<Record<string, string>> = Object.fromEntries(
  readTable('own-divisions')
    .filter(({ before }) => before !== '')
    .map(({ district, code }) => [district!, code!]),
);

/** A day of a `text` moved by one, within 1 to 28. */
function shiftDigits(text: string, u: number, by: number): string | undefined {
  const parts = /^(\d{4}\D?\d{1,2}\D?)(\d{1,2})(.*)$/.exec(text);
  if (parts === null || text.length < 8) return undefined;
  const day = Number(parts[2]);
  const other = u < 0.5 && day > by ? day - by : day < 28 ? day + by : day - by;
  return `${parts[1]}${String(other).padStart(parts[2]!.length, '0')}${parts[3]}`;
}

interface FieldPlan {
  readonly field: DatasetField;
  readonly form: string;
  readonly write: (value: Value) => string;
  readonly kind: string;
  /** Errors with their cumulative rates; the last is the sum of all. */
  readonly errors: readonly { readonly name: string; readonly until: number; readonly spoil: Spoil }[];
  readonly total: number;
}

/** Writes the rows of a dataset as its department would: mostly right. */
export interface Clerk {
  readonly columns: readonly string[];
  /** Texts of a row; `salt` tells records of the same subject apart; a corrected row is written without errors. */
  write(row: FeedRow, salt: number, corrected: boolean): string[];
  /** Errors made so far, by kind of field and error; and the fields that they could have befallen. */
  readonly made: ReadonlyMap<string, number>;
}

const KIND: Readonly<Record<string, string>> = { time: 'date', month: 'date', whole: 'none', amount: 'none' };
const SWAPPED = 900;

export function clerkOf(seed: number, index: number, contract: Dataset, contracts: Contracts, rates: Rates): Clerk {
  const made = new Map<string, number>();
  const plans = contract.fields.map((field): FieldPlan => {
    const kind = contract.key.includes(field.id) && field.type === 'text' ? 'none' : (KIND[field.type] ?? field.type);
    const own = spoils[kind] ?? {};
    let until = 0;
    const errors = Object.entries(rates[kind] ?? {})
      .filter(([name, rate]) => own[name] !== undefined && rate > 0)
      .map(([name, rate]) => {
        const share = name === 'missing' && field.required ? (rates['record']?.['required'] ?? 1) : 1;
        return { name, until: (until += rate * share), spoil: own[name]! };
      });
    return {
      field,
      form: field.writes ?? 'YYYY-MM-DD',
      write: valueWriter(field, contracts),
      kind,
      errors,
      total: until,
    };
  });
  const risky = plans.flatMap(({ total }, i) => (total > 0 ? [i] : []));
  const names = plans.flatMap(({ field }, i) => (field.type === 'person-name' ? [i] : []));
  const note = (what: string): void => {
    made.set(what, (made.get(what) ?? 0) + 1);
  };
  return {
    columns: plans.map(({ field }) => field.column),
    made,
    write(row, salt, corrected) {
      const texts = plans.map(({ field, write }) => write(row.values[field.id]));
      if (corrected) return texts;
      for (const i of risky) {
        const plan = plans[i]!;
        const text = texts[i]!;
        if (text === '') continue;
        const u = chance(seed, row.subject, (index * 100 + i) * 8 + salt);
        if (u >= plan.total) continue;
        const error = plan.errors.find(({ until }) => u < until)!;
        const v = chance(seed, row.subject, (index * 100 + i) * 8 + salt + 400_000);
        const kin =
          plan.kind === 'identity-number' ? texts.filter((_, j) => j !== i && plans[j]!.kind === plan.kind) : [];
        const spoilt = error.spoil(text, v, plan.form, kin);
        if (spoilt === undefined) continue;
        texts[i] = spoilt;
        note(`${plan.kind}/${error.name}`);
      }
      if (
        names.length > 1 &&
        chance(seed, row.subject, index * 100 + SWAPPED + salt) < (rates['record']?.['swapped-columns'] ?? 0)
      ) {
        const [a, b] = names as [number, number];
        [texts[a], texts[b]] = [texts[b]!, texts[a]!];
        note('record/swapped-columns');
      }
      return texts;
    },
  };
}

import type { Comparison, Grade, Operand } from '../../model/model.ts';

/** What a kind of column (a name, a date, …) means for linkage. Columns in SQL are `<column>` and `<column>_<suffix>`. */
export interface Kind {
  /** Suffixes of the derived columns beside the value itself. */
  readonly suffixes: readonly string[];
  /** A cell as comparable texts: the value under '', others by suffix. Null where the cell says nothing. */
  derive(text: string): Derived | null;
  readonly measure?: Grade['measure'];
  comparison(id: string, column: string): Comparison;
  /** What records may be blocked by, finest first. */
  keys(column: string): readonly Operand[];
}

export type Derived = { readonly ''?: string | null } & { readonly [suffix: string]: string | null };

/** Answers that say nothing, in any column. */
const NOTHING = /^(|-+|n\/?a|null|none|nan|nil|unknown|\?+|不详|未知|无|空)$/i;

/** NFKC, trimmed, blanks single; null where nothing is said. */
export function cellText(cell: string | null | undefined): string | null {
  const text = (cell ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return NOTHING.test(text) ? null : text;
}

/** Lower case without accents; what is neither letter nor digit becomes a blank. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** First characters of a text, for blocking; null where it is shorter. */
export const start = (text: string, characters: number): string | null => {
  const all = [...text];
  return all.length < characters ? null : all.slice(0, characters).join('');
};

/** Levels `grade-n` from the best grade of a measure down. */
export const gradeLevels = (column: string, best: number) =>
  Array.from({ length: best }, (_, index) => ({
    id: `grade-${best - index}`,
    when: { grade: column, atLeast: best - index },
  }));

/** The same value, weighed by its frequency, then the grades of the kind's measure. */
export const graded =
  (best: number) =>
  (id: string, column: string): Comparison => ({
    id,
    needs: [column],
    levels: [{ id: 'same', when: { equal: column }, frequency: column }, ...gradeLevels(column, best)],
  });

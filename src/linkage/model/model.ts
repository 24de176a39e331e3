/**
 * A linkage model is plain data: which pairs are looked at, what is compared, which constraints hold and where decisions fall.
 * Fellegi and Sunter 1969, JASA 64; levels and term frequencies as in Winkler 2000 and Linacre et al. 2022 (Splink).
 */
export interface LinkageModel {
  readonly comparisons: readonly Comparison[];
  readonly blocking: readonly BlockingRule[];
  /** Similarity of strings, graded outside the engine once for each distinct pair of values. */
  readonly grades: readonly Grade[];
  /** Column in which two different values mean two people, e.g. a valid identity number; such pairs are never made. */
  readonly exclusive?: string;
  /** Integer column, a bit for each duplicate-free source that a record comes from: two records sharing a bit are two people. */
  readonly sources?: string;
  /** Pairs at or above `link` are one person, pairs between are for a clerk. Probabilities. */
  readonly thresholds: { readonly review: number; readonly link: number };
}

/** One thing compared, in levels from most to least alike. Level 0 is "one side does not say", the last is "none of these". */
export interface Comparison {
  readonly id: string;
  /** Columns that both sides must have; else the level is 0 and the comparison says nothing. */
  readonly needs: readonly string[];
  readonly levels: readonly Level[];
}

export interface Level {
  readonly id: string;
  readonly when: Condition;
  /** Column whose value's frequency weighs the agreement: sharing 王伟 says less than sharing a rare name. */
  readonly frequency?: string;
  /** Two that agree in this way are two people, whatever else they share: twins. */
  readonly apart?: boolean;
}

/** A column, or `length` characters of it from 1-based `from`. Columns of codes are ASCII, so that characters are bytes. */
export type Operand = string | { readonly part: string; readonly from: number; readonly length: number };

/** What holds between two records; equality only, so that every engine decides alike. */
export type Condition =
  | { readonly equal: Operand }
  /** Columns of lists of whole numbers have a value in common; no list is null. */
  | { readonly shared: string }
  /** The first operand of each is the second of the other. */
  | { readonly crossed: readonly [Operand, Operand] }
  /** Codes of a fixed `width` per character have one length and at least `same` of their first `of` characters in place; the rest equal. */
  | { readonly units: string; readonly width: number; readonly of: number; readonly same: number }
  /** Codes of a fixed `width` per character are alike once the first character is put last, on one side. */
  | { readonly rotated: string; readonly width: number }
  /** One begins with the other, which is shorter but `least` long. */
  | { readonly begins: string; readonly least: number }
  | { readonly grade: string; readonly atLeast: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  /** False where a column that the condition reads is null. */
  | { readonly not: Condition };

/**
 * Pairs that agree on all `keys`, and have one of the values of list `each` in common. A block of more than `limit` records is cut by the columns of `refine`, one after the other; what is
 * still larger is not compared by this rule, and is counted.
 */
export interface BlockingRule {
  readonly id: string;
  readonly keys: readonly Operand[];
  readonly each?: string;
  readonly refine?: readonly Operand[];
  readonly limit: number;
}

/** A column of strings whose distinct values are compared by a measure; its record table holds the value's number in `<column>_no`. */
export interface Grade {
  readonly column: string;
  readonly measure: MeasureId;
}

export type MeasureId = 'name' | 'words' | 'address' | 'code' | 'number';

/** Columns whose frequencies the model uses, each once. */
export const frequencyColumns = (model: LinkageModel): readonly string[] => [
  ...new Set(model.comparisons.flatMap(({ levels }) => levels.flatMap(({ frequency }) => frequency ?? []))),
];

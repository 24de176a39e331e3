import type { Eyes } from '../eyes.ts';

/** A field as it truly is: dates as days, times as day + fraction, everything else as text or number; undefined is blank. */
export type Value = string | number | undefined;

/** One true row of a dataset, before anything goes wrong with it. */
export interface FeedRow {
  /** Values by field id of the contract. */
  readonly values: Record<string, Value>;
  /** Persons by role of the contract. */
  readonly persons: Record<string, number>;
  /** Person or household that the record belongs to: its errors follow from it and stay. */
  readonly subject: number;
}

export type Emit = (row: FeedRow) => void;

/** One dataset's rows as its department would send them in a window. */
export interface Feed {
  readonly dataset: string;
  rows(eyes: Eyes, emit: Emit): void;
}

/** What differs between engines in the SQL of linkage; one file an engine. Everything else is written once. */
export interface Dialect {
  readonly name: string;
  /** Creates or replaces a table from a query. */
  createTable(name: string, query: string): string;
  /** Whole-number division of non-negative numbers. */
  divide(a: string, b: string): string;
  bitAnd(a: string, b: string): string;
  /** Table expression of the whole numbers `from` ≤ p < `to` in a column `p`. */
  series(from: number, to: number): string;
  /** Cast to a 64-bit whole number. */
  whole(expression: string): string;
  /** Length of an ASCII text. */
  length(expression: string): string;
  /** Whether two lists have a value in common. */
  shared(a: string, b: string): string;
  /** The value of a column in a row for each value of a list; no row for an empty one. */
  each(list: string): string;
}

import type { LoadColumn } from '../table/derive-table.ts';
import type { Dialect } from './dialect.ts';

/** What linkage asks of an engine: to run SQL, to give numbers back by column, to take columns in. */
export interface LinkageEngine {
  readonly dialect: Dialect;
  run(sql: string): Promise<void>;
  /** Columns of a query whose every column is a number; null is NaN. */
  numbers(sql: string): Promise<Readonly<Record<string, Float64Array>>>;
  /** Creates a table from columns. */
  load(table: string, columns: readonly LoadColumn[]): Promise<void>;
}

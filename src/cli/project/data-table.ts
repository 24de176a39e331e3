import type { LocalText } from '#base';

/** A table for a file: columns with a lasting id for machines and a title for people; null is an empty cell. */
export interface DataTable {
  /** Added to the file's name where a format holds one table only; the first table has none. */
  readonly id: string;
  readonly title: LocalText;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly DataCell[])[];
}

export interface DataColumn {
  readonly id: string;
  readonly title: LocalText;
  readonly kind: 'text' | 'whole' | 'number';
}

export type DataCell = string | number | null;

export const column = (id: string, zh: string, en: string, kind: DataColumn['kind'] = 'text'): DataColumn => ({
  id,
  title: { zh, en },
  kind,
});

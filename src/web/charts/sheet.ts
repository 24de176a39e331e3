/** The numbers a chart shows, as a table: what its XLSX and its table view hold. `notes` are sources, basis, dates. */
export interface Sheet {
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly notes?: readonly string[];
}

import type { Database } from '#warehouse';

/** Makes temporary tables out of queries; one of the same name is replaced. */
export const temporaryTable =
  (database: Database) =>
  (name: string, sql: string, values?: readonly string[]): Promise<void> =>
    database.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`, values);

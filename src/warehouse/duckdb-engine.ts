import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import type { LinkageEngine } from '#linkage';
import { duckdb } from '#linkage';

/** Linkage on a DuckDB connection. */
export const duckdbEngine = (connection: DuckDBConnection): LinkageEngine => ({
  dialect: duckdb,
  run: async (sql) => void (await connection.run(sql)),
  async numbers(sql) {
    const result = await connection.run(`SELECT COLUMNS(*)::DOUBLE FROM (${sql}) t`);
    const names = result.columnNames();
    const parts = names.map((): Float64Array[] => []);
    for (const chunk of await result.fetchAllChunks())
      names.forEach((_, index) => parts[index]!.push(doubles(chunk.getColumnVector(index))));
    return Object.fromEntries(names.map((name, index) => [name, concatenate(parts[index]!)]));
  },
  async load(table, columns) {
    const types = columns.map(({ name, type }) => `"${name}" ${type === 'text' ? 'VARCHAR' : 'BIGINT'}`);
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} (${types.join(', ')})`);
    const appender = await connection.createAppender(table, undefined, 'temp');
    const rows = columns[0]?.values.length ?? 0;
    for (let row = 0; row < rows; row++) {
      for (const { type, values } of columns) {
        const value = values[row]!;
        if (value === null) appender.appendNull();
        else if (type === 'text') appender.appendVarchar(String(value));
        else appender.appendBigInt(BigInt(value));
      }
      appender.endRow();
    }
    appender.closeSync();
  },
});

/** Numbers of a vector of doubles; null becomes NaN. */
const doubles = (vector: DuckDBVector): Float64Array =>
  Float64Array.from({ length: vector.itemCount }, (_, index) => Number(vector.getItem(index) ?? Number.NaN));

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

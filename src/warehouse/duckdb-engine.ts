import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api';
import { BIGINT, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { LinkageEngine, LoadColumn } from '#linkage';
import { duckdb } from '#linkage';

/** Linkage on a DuckDB connection. */
export const duckdbEngine = (connection: DuckDBConnection): LinkageEngine => ({
  dialect: duckdb,
  run: async (sql) => void (await connection.run(sql)),
  async numbers(sql) {
    const result = await connection.stream(`SELECT COLUMNS(*)::DOUBLE FROM (${sql}) t`);
    const names = result.columnNames();
    const parts = names.map((): Float64Array[] => []);
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk())
      for (const [index, part] of parts.entries()) part.push(doubles(chunk.getColumnVector(index)));
    return Object.fromEntries(names.map((name, index) => [name, concatenate(parts[index]!)]));
  },
  async load(table, columns) {
    const types = columns.map(({ type, values }) =>
      type === 'text' ? VARCHAR : values instanceof Int32Array ? INTEGER : BIGINT,
    );
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE ${table} (${columns.map(({ name }, index) => `"${name}" ${types[index]!.toString()}`).join(', ')})`,
    );
    const appender = await connection.createAppender(table, undefined, 'temp');
    const rows = columns[0]?.values.length ?? 0;
    for (let from = 0; from < rows; from += CHUNK_ROWS) {
      const length = Math.min(CHUNK_ROWS, rows - from);
      const chunk = DuckDBDataChunk.create(types, length);
      for (const [index, { values }] of columns.entries())
        fill(chunk.getColumnVector(index), values, from, types[index] === BIGINT);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  },
});

/** Numbers of a vector of doubles; null becomes NaN. */
function doubles(vector: DuckDBVector): Float64Array {
  const values = new Float64Array(vector.itemCount);
  for (let index = 0; index < values.length; index++) values[index] = (vector.getItem(index) as number) ?? Number.NaN;
  return values;
}

/** Rows of a chunk of the engine. */
const CHUNK_ROWS = 2048;

/** Puts as many values into a vector as it holds, from one of them on. */
function fill(vector: DuckDBVector, values: LoadColumn['values'], from: number, isBig: boolean): void {
  for (let index = 0; index < vector.itemCount; index++) {
    const value = values[from + index] ?? null;
    vector.setItem(index, isBig && value !== null ? BigInt(value) : value);
  }
  vector.flush();
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

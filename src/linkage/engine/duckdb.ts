import type { Dialect } from './dialect.ts';

/** DuckDB 1.5. */
export const duckdb: Dialect = {
  name: 'duckdb',
  createTable: (name, query) => `CREATE OR REPLACE TEMP TABLE ${name} AS ${query}`,
  divide: (a, b) => `(${a}) // (${b})`,
  bitAnd: (a, b) => `(${a} & ${b})`,
  series: (from, to) => `(SELECT range AS p FROM range(${from}, ${to}))`,
  whole: (expression) => `CAST(${expression} AS BIGINT)`,
  length: (expression) => `length(${expression})`,
  shared: (a, b) => `list_has_any(${a}, ${b})`,
  each: (list) => `unnest(${list})`,
};

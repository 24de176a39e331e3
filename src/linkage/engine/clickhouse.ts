import type { Dialect } from './dialect.ts';

/** ClickHouse 26.7; needs the setting join_use_nulls = 1, so that an outer join gives NULL. */
export const clickhouse: Dialect = {
  name: 'clickhouse',
  createTable: (name, query) => `CREATE OR REPLACE TABLE ${name} ENGINE = MergeTree ORDER BY tuple() AS ${query}`,
  divide: (a, b) => `intDiv(${a}, ${b})`,
  bitAnd: (a, b) => `bitAnd(${a}, ${b})`,
  series: (from, to) => `(SELECT toInt64(number) AS p FROM numbers(${from}, ${to - from}))`,
  whole: (expression) => `CAST(${expression} AS Nullable(Int64))`,
  length: (expression) => `length(${expression})`,
  shared: (a, b) => `hasAny(${a}, ${b})`,
  each: (list) => `arrayJoin(${list})`,
};

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LinkageEngine } from '#linkage';
import { clickhouse } from '#linkage';

/** What of chdb is used here; the package is installed only in the folder clickhouse, so its types cannot be relied on. */
interface Session {
  query(sql: string): string;
  queryAsync(sql: string, options: { format: string }): Promise<{ text(): string | Promise<string> }>;
  close(): void;
}

const BATCH = 20_000;

/** Linkage on ClickHouse in this process. */
export function chdbEngine(): LinkageEngine & { close(): void; version: string } {
  const { Session } = createRequire(join(import.meta.dirname, 'clickhouse/'))('chdb') as { Session: new () => Session };
  const session = new Session();
  session.query('SET join_use_nulls = 1');
  return {
    dialect: clickhouse,
    version: session.query('SELECT version()').replaceAll('"', '').trim(),
    run: async (sql) => void session.query(sql),
    async numbers(sql) {
      const result = await session.queryAsync(sql, { format: 'JSONColumns' });
      const columns = JSON.parse(await result.text()) as Record<string, (string | number | null)[]>;
      return Object.fromEntries(
        Object.entries(columns).map(([name, values]) => [
          name,
          Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
        ]),
      );
    },
    async load(table, columns) {
      const types = columns.map(({ name, type }) => `${name} Nullable(${type === 'text' ? 'String' : 'Int64'})`);
      session.query(`CREATE OR REPLACE TABLE ${table} (${types.join(', ')}) ENGINE = MergeTree ORDER BY tuple()`);
      const rows = columns[0]?.values.length ?? 0;
      for (let from = 0; from < rows; from += BATCH) {
        const values = Array.from({ length: Math.min(BATCH, rows - from) }, (_, index) =>
          JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, column.values[from + index]]))),
        );
        session.query(`INSERT INTO ${table} FORMAT JSONEachRow ${values.join('\n')}`);
      }
    },
    close: () => session.close(),
  };
}

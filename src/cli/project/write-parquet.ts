import type { DataTable } from './data-table.ts';

const TYPES = { text: 'VARCHAR', whole: 'INTEGER', number: 'DOUBLE' } as const;

/** Writes a table as one Parquet file, columns under their ids, by DuckDB in memory. */
export async function writeParquet(path: string, { columns, rows }: DataTable): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE result (${columns.map(({ id, kind }) => `"${id}" ${TYPES[kind]}`).join(', ')})`);
    const appender = await connection.createAppender('result');
    for (const row of rows) {
      columns.forEach(({ kind }, index) => {
        const cell = row[index] ?? null;
        if (cell === null) appender.appendNull();
        else if (kind === 'text') appender.appendVarchar(String(cell));
        else if (kind === 'whole') appender.appendInteger(Number(cell));
        else appender.appendDouble(Number(cell));
      });
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(`COPY result TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

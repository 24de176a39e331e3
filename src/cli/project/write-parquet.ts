import type { DataTable } from './data-table.ts';

const TYPES = { text: 'VARCHAR', whole: 'INTEGER', number: 'DOUBLE' } as const;

/** Writes a table as one Parquet file, columns under their ids, by DuckDB in memory. */
export async function writeParquet(path: string, { columns, rows }: DataTable): Promise<void> {
  const { openDatabase, sqlName, sqlText } = await import('#warehouse');
  const database = await openDatabase({ threads: 1 });
  try {
    await database.run(
      `CREATE TABLE result (${columns.map(({ id, kind }) => `${sqlName(id)} ${TYPES[kind]}`).join(', ')})`,
    );
    const appender = await database.connection.createAppender('result');
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
    await database.run(`COPY result TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    database.close();
  }
}

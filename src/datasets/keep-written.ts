import { appendFileSync, chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dataset } from '#plan';
import type { Database } from '#warehouse';
import { sqlName, sqlText } from '#warehouse';
import { entryName, faultyName } from './check-rows.ts';
import { dictionaryTable } from './dictionary.ts';
import { kindOf, plainSql } from './field-sql.ts';
import type { Source } from './read-source.ts';
import { writeParquet } from './write-parquet.ts';

/** What the vault keeps of a batch as it was written, since it may hold personal numbers: files of mode 0600. */
export const vaultFile = (home: string, what: VaultPart, dataset: string, batch: string): string =>
  join(home, 'vault', what, dataset, `${batch}.${what === 'quarantine' ? 'jsonl' : 'parquet'}`);

/**
 * `quarantine`: refused rows whole, with all their faults. `faults`: of accepted rows, each value that could not be read (line, field, written).
 * `numbers`: identity numbers by their token, to show one to who may see it.
 */
export type VaultPart = 'quarantine' | 'faults' | 'numbers';

/** Numbers are looked up one at a time by their token; faults are shown by line. */
const SORTED_BY = { numbers: 'token', faults: 'line' } as const;

/** Keeps what views `source` and `checked` and the dictionaries hold as written and the batch does not, one stretch after the other. */
export interface Keeper {
  stretch(columns: readonly string[]): Promise<void>;
  /** Puts what was kept into the vault, lines that were no rows with it. */
  end(broken: Source['broken']): Promise<void>;
}

/** A keeper of one batch; `work` is a folder of the vault to hold what is kept of each stretch. */
export function keeper(database: Database, home: string, dataset: Dataset, id: string, work: string): Keeper {
  const numbered = dataset.fields.some((field) => kindOf(field) === 'identity-number');
  const parts: Record<'faults' | 'numbers', string[]> = { faults: [], numbers: [] };
  const quarantine = join(work, 'quarantine.jsonl');
  const keepRows = (rows: readonly unknown[]): void => {
    if (rows.length > 0)
      appendFileSync(quarantine, `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`, { mode: 0o600 });
  };
  const place = (what: VaultPart): string => {
    const file = vaultFile(home, what, dataset.id, id);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    rmSync(file, { force: true });
    return file;
  };
  return {
    async stretch(columns) {
      const keep = async (what: keyof typeof parts, sql: string): Promise<void> => {
        const file = join(work, `${what}-${parts[what].length}.parquet`);
        await writeParquet(database, sql, file);
        parts[what].push(file);
      };
      keepRows(await refusedRows(database, dataset, columns));
      const isFaulty = dataset.fields.map((field) => faultyName(field.id)).join(' OR ');
      const marks = dataset.fields.map((field) => faultyName(field.id)).join(', ');
      await database.run(`CREATE OR REPLACE TEMP TABLE marked AS
        SELECT line, ${marks} FROM checked WHERE len(reasons) = 0 AND (${isFaulty})`);
      await database.run(`CREATE OR REPLACE TEMP TABLE faulty AS SELECT * FROM marked JOIN
        (${plainSql(dataset.fields, columns, '(SELECT * FROM source SEMI JOIN marked USING (line)) part')}) plain USING (line)`);
      await keep(
        'faults',
        dataset.fields
          .map(
            ({ id: field }) =>
              `SELECT line, ${sqlText(field)} AS field, ${sqlName(field)} AS written FROM faulty WHERE ${faultyName(field)}`,
          )
          .join('\nUNION ALL\n'),
      );
      await database.run('DROP TABLE faulty; DROP TABLE marked');
      if (numbered) await keep('numbers', `SELECT token, written FROM ${dictionaryTable('identity-number')}`);
    },
    async end(broken) {
      keepRows(broken.map(({ line, reason, text }) => ({ line, reasons: [`row:${reason}`], text })));
      const kept = place('quarantine');
      if (existsSync(quarantine)) renameSync(quarantine, kept);
      for (const what of numbered ? (['faults', 'numbers'] as const) : (['faults'] as const)) {
        const files = parts[what].map(sqlText).join(', ');
        await writeParquet(database, `FROM read_parquet([${files}]) ORDER BY ${SORTED_BY[what]}`, place(what));
        for (const file of parts[what]) rmSync(file);
        chmodSync(vaultFile(home, what, dataset.id, id), 0o600);
      }
    },
  };
}

/** Refused rows as they were written, with every fault of every field, not only those that refused them. */
async function refusedRows(database: Database, dataset: Dataset, columns: readonly string[]) {
  const written = columns.map((column, index) => `${sqlText(column)}: source.c${index}`);
  const faults = dataset.fields.map((field) => {
    const why =
      field.type === 'identity-number'
        ? `(SELECT fault FROM ${dictionaryTable('identity-number')} WHERE entry = checked.${entryName(field.id)})`
        : `'unreadable'`;
    return `CASE WHEN ${faultyName(field.id)} THEN ${sqlText(`${field.id}:`)} || ${why} END`;
  });
  const rows = await database.rows<{ line: number; reasons: string; raw: string }>(
    `SELECT line, to_json(list_distinct(list_concat(reasons, list_filter([${faults.join(', ')}], fault -> fault IS NOT NULL))))::VARCHAR AS reasons,
     to_json({${written.join(', ')}})::VARCHAR AS raw
     FROM checked JOIN source USING (line) WHERE len(reasons) > 0 ORDER BY line`,
  );
  return rows.map(({ line, reasons, raw }) => ({
    line,
    reasons: (JSON.parse(reasons) as string[]).toSorted(),
    raw: JSON.parse(raw) as unknown,
  }));
}

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '#plan';
import type { Batch } from './batch.ts';
import { findBatch, origin, readBatches } from './batch.ts';
import type { Ingester, IngestResult } from './ingest.ts';
import { vaultFile } from './keep-written.ts';

/** A row that was refused: where it stood, why, and what was written; `text` where no columns could be told. */
export interface QuarantinedRow {
  readonly batch: string;
  readonly line: number;
  /** `FIELD:empty`, `FIELD:unreadable`, or `row:REASON`. */
  readonly reasons: readonly string[];
  readonly raw?: Readonly<Record<string, string | null>>;
  readonly text?: string;
}

/** Rows of a dataset that wait for correction. */
export function readQuarantine(home: string, dataset: string): readonly QuarantinedRow[] {
  const batches = readBatches(home, dataset);
  const settled = settledRows(batches);
  return batches
    .flatMap(({ id }) => quarantinedRows(home, dataset, id))
    .filter(({ batch, line }) => !settled.has(`${batch} ${line}`));
}

/**
 * Quarantined rows of a dataset's batches that wait no more, as `BATCH LINE`: those mended by a later batch, and corrections that were refused themselves, for it is
 * the row they were to mend that waits.
 */
export function settledRows(batches: readonly Batch[]): ReadonlySet<string> {
  const mends = new Map(
    batches.flatMap(({ id, corrects }) => (corrects === undefined ? [] : [[id, corrects] as const])),
  );
  const delivered = (row: Correction): Correction => {
    const earlier = mends.get(row.batch);
    return earlier === undefined ? row : delivered(earlier);
  };
  return new Set(
    batches.flatMap(({ id, corrects, accepted }) => {
      if (corrects === undefined) return [];
      const { batch, line } = accepted === 0 ? { batch: id, line: 1 } : delivered(corrects);
      return [`${batch} ${line}`];
    }),
  );
}

type Correction = NonNullable<Batch['corrects']>;

function quarantinedRows(home: string, dataset: string, batch: string): readonly QuarantinedRow[] {
  const file = vaultFile(home, 'quarantine', dataset, batch);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ batch, ...(JSON.parse(line) as Omit<QuarantinedRow, 'batch'>) }));
}

/**
 * Enters a quarantined row again with some columns changed (by the department's column names). It is a batch of one row that says which line it
 * mends. Where it is refused too, the row waits on, and `reasons` says what is still wrong.
 */
export async function correctRow(
  ingester: Ingester,
  home: string,
  dataset: Dataset,
  row: QuarantinedRow,
  changes: Readonly<Record<string, string>>,
): Promise<IngestResult & { readonly reasons: readonly string[] }> {
  const raw = { ...Object.fromEntries(dataset.fields.map(({ column }) => [column, null])), ...row.raw, ...changes };
  const file = join(home, 'vault', `correction-${process.pid}.jsonl`);
  writeFileSync(file, `${JSON.stringify(raw)}\n`, { mode: 0o600 });
  try {
    const corrects: Correction = { batch: row.batch, line: row.line };
    const corrected = findBatch(home, dataset.id, row.batch);
    const result = await ingester.ingest(dataset, file, { corrects, ...(corrected && origin(corrected)) });
    const refused = result.batch === undefined ? [] : quarantinedRows(home, dataset.id, result.batch.id);
    return { ...result, reasons: refused.flatMap(({ reasons }) => reasons) };
  } finally {
    rmSync(file, { force: true });
  }
}

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

/** Rows of a dataset that wait for correction; those mended by a later batch are left out. */
export function readQuarantine(home: string, dataset: string): readonly QuarantinedRow[] {
  const batches = readBatches(home, dataset);
  const mended = new Set(
    batches.flatMap(({ corrects, accepted }) =>
      corrects === undefined || accepted === 0 ? [] : [`${corrects.batch} ${corrects.line}`],
    ),
  );
  return batches.flatMap(({ id }) => {
    const file = vaultFile(home, 'quarantine', dataset, id);
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ batch: id, ...(JSON.parse(line) as Omit<QuarantinedRow, 'batch'>) }))
      .filter(({ line }) => !mended.has(`${id} ${line}`));
  });
}

/**
 * Enters a quarantined row again with some columns changed (by the department's column names). It is a batch of one row that says which line it
 * mends; what is still wrong comes back as the reasons of a new quarantined row.
 */
export async function correctRow(
  ingester: Ingester,
  home: string,
  dataset: Dataset,
  row: QuarantinedRow,
  changes: Readonly<Record<string, string>>,
): Promise<IngestResult> {
  const raw = { ...Object.fromEntries(dataset.fields.map(({ column }) => [column, null])), ...row.raw, ...changes };
  const file = join(home, 'vault', `correction-${process.pid}.jsonl`);
  writeFileSync(file, `${JSON.stringify(raw)}\n`, { mode: 0o600 });
  try {
    const corrects: Batch['corrects'] = { batch: row.batch, line: row.line };
    const corrected = findBatch(home, dataset.id, row.batch);
    return await ingester.ingest(dataset, file, { corrects, ...(corrected && origin(corrected)) });
  } finally {
    rmSync(file, { force: true });
  }
}

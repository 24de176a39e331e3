import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** Folder of published reference data that may lie beside the project; tests that need it say so when it does not. */
export const sharedData = resolve(import.meta.dirname, '../../../shared/data');

export const hasSharedData = existsSync(sharedData);

/** Prints once why the tests of a file are skipped. */
export function explainSkip(what: string): void {
  if (!hasSharedData) process.stdout.write(`skipped: ${what} needs the reference data at ${sharedData}\n`);
}

/** Rows of a reference CSV (gzipped or not) as records of text. */
export function readShared(path: string): Record<string, string>[] {
  const bytes = readFileSync(resolve(sharedData, path));
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return parse(text, { columns: true, bom: true, skip_empty_lines: true });
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** Rows of a reference CSV (gzipped or not) as records of text. */
export function readReference(folder: string, path: string): Record<string, string>[] {
  const bytes = readFileSync(resolve(folder, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return parse(text, { columns: true, bom: true, skip_empty_lines: true });
}

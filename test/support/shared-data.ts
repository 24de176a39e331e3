import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Folder of published reference data that may lie beside the project; tests that need it say so when it does not. */
export const sharedData = resolve(import.meta.dirname, '../../../shared/data');

export const hasSharedData = existsSync(sharedData);

/** Prints once why the tests of a file are skipped. */
export function explainSkip(what: string): void {
  if (!hasSharedData) process.stdout.write(`skipped: ${what} needs the reference data at ${sharedData}\n`);
}

import { SOURCE_PRIORITY } from '../persons/person-sql.ts';
import type { Desk } from './desk.ts';
import { among } from './conditions.ts';
import { maskNumber } from './mask.ts';

/** Identity numbers of tokens as they were written, masked; the vault is looked through feed by feed until all are found. */
export async function numbersOf(
  desk: Desk,
  tokens: readonly string[],
  datasets: readonly string[] = SOURCE_PRIORITY,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const dataset of datasets) {
    const open = [...new Set(tokens)].filter((token) => !found.has(token));
    if (open.length === 0) break;
    const numbers = desk.numbers([dataset]);
    if (numbers === undefined) continue;
    const rows = await desk.database.rows<{ token: string; written: string }>(
      `SELECT token, min(written) AS written FROM ${numbers} WHERE token IN ${among(open)} GROUP BY token`,
      open,
    );
    for (const { token, written } of rows) found.set(token, maskNumber(written)!);
  }
  return found;
}

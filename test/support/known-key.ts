import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a home that is still empty a key that is always the same one. A home makes its own by chance, and numbers of identity under another key fall into other
 * samples and other orders: what a test counts of people would differ from run to run.
 */
export function giveKnownKey(home: string): void {
  const folder = join(home, 'vault');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'key'), '5a'.repeat(32), { mode: 0o600, flag: 'wx' });
}

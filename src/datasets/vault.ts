import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keyed tokens in the place of identity and telephone numbers; the key stays in HOME/vault. */
export interface Vault {
  /** Folder of what may hold personal numbers as written: mode 0700. */
  readonly folder: string;
  /** 22 letters, the same for the same text and key; nobody without the key can make or reverse it. */
  token(kind: 'identity' | 'sequence' | 'phone' | 'secret', text: string): string;
}

/** Opens the vault, and makes its key on first use. HMAC-SHA256, 128 bits of it. */
export function openVault(home: string): Vault {
  const folder = join(home, 'vault');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes`);
  return {
    folder,
    token: (kind, text) => createHmac('sha256', key).update(`${kind}:${text}`).digest('base64url').slice(0, 22),
  };
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { home } from './home.ts';

const pathOf = (packId: string): string => join(home(), 'attachments', `${packId}.txt`);

/** Keeps a plan's text for a pack, outside the pack's folder. */
export function attachText(packId: string, text: string): string {
  const path = pathOf(packId);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

/** The text attached to a pack, if there is one. */
export function attachedText(packId: string): string | undefined {
  try {
    return readFileSync(pathOf(packId), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

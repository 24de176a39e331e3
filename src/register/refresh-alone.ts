import { join } from 'node:path';
import type { LockOptions } from '#files';
import { takeLock } from '#files';
import type { Pack } from '#plan';
import type { RefreshOptions, RefreshResult } from './refresh.ts';
import { refresh } from './refresh.ts';
import { registerFolder } from './versions.ts';

/** `refresh` while no other process does it in the same home; throws `LockedError` where one does and does not end within the patience. */
export async function refreshAlone(
  home: string,
  pack: Pack,
  { patience, onWait, ...options }: RefreshOptions & LockOptions = {},
): Promise<RefreshResult> {
  const lock = await takeLock(join(registerFolder(home), 'lock'), {
    ...(patience === undefined ? {} : { patience }),
    ...(onWait === undefined ? {} : { onWait }),
  });
  try {
    return await refresh(home, pack, options);
  } finally {
    lock.release();
  }
}

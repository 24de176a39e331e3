import { renameSync, rmSync } from 'node:fs';

/** A file to be written under its own name or, until it is done, another. */
export interface WholeFile {
  readonly path: string;
  write(path: string): Promise<void> | void;
}

/**
 * Writes files all whole or none at all: each gets a name beside its own, and they take their names when the last is done. Where
 * one fails or `signal` says stop, nothing is left.
 */
export async function writeWhole(
  files: readonly WholeFile[],
  signal?: AbortSignal,
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  try {
    for (const [done, file] of files.entries()) {
      signal?.throwIfAborted();
      onProgress(done);
      await file.write(temporary(file.path));
    }
    signal?.throwIfAborted();
    for (const { path } of files) renameSync(temporary(path), path);
  } finally {
    for (const { path } of files) rmSync(temporary(path), { force: true });
  }
}

const temporary = (path: string): string => `${path}.${process.pid}.part`;

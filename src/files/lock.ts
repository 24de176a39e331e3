import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Something that one process holds at a time. */
export interface Lock {
  release(): void;
}

export interface LockOptions {
  /** How long to wait for another process to let go, milliseconds; 0 when left out. */
  readonly patience?: number;
  /** Told once, with the number of the process that holds it. */
  readonly onWait?: (holder: number) => void;
}

/** Another process holds it and did not let go. */
export class LockedError extends Error {
  readonly holder: number;

  constructor(file: string, holder: number) {
    super(`${dirname(file)} is in use by process ${holder}`);
    this.holder = holder;
  }
}

const POLL = 200;
/** Age in milliseconds at which a file without a number, or of a step that takes none, is of somebody who died over it. */
const DEAD = 10_000;

/** What this process holds: a number alone does not tell, as the process after a restart may bear the same one. */
const held = new Set<string>();

/**
 * Takes the lock that a file is. One left by a process that is no more is taken over, by one of those who try; one that is held is waited for, and a
 * file beside it tells the holder so (`isWanted`).
 */
export async function takeLock(file: string, { patience = 0, onWait }: LockOptions = {}): Promise<Lock> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const text = `${process.pid} ${randomUUID()}`;
  const until = Date.now() + patience;
  let waited = false;
  try {
    for (;;) {
      if (create(file, text)) {
        held.add(text);
        return {
          release: () => {
            held.delete(text);
            rmSync(file, { force: true });
          },
        };
      }
      const found = readText(file);
      if (found === undefined) continue;
      if (isLeft(file, found)) {
        removeLeft(file, found);
        await pause(1);
        continue;
      }
      const holder = Number.parseInt(found, 10);
      if (Date.now() >= until) throw new LockedError(file, holder);
      if (!waited) onWait?.(holder);
      waited = true;
      writeFileSync(wanted(file), text, { mode: 0o600 });
      await pause(POLL);
    }
  } finally {
    if (waited) rmSync(wanted(file), { force: true });
  }
}

const wanted = (file: string): string => `${file}.wanted`;

/** Whether somebody waits for a lock now. */
export const isWanted = (file: string): boolean => ageOf(wanted(file)) < 10 * POLL;

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file just made has no number yet; it is not left behind, only young. */
function isLeft(file: string, text: string): boolean {
  const pid = Number.parseInt(text, 10);
  if (!Number.isInteger(pid) || pid <= 0) return ageOf(file) > DEAD;
  return pid === process.pid ? !held.has(text) : !isRunning(pid);
}

/** Removes what was left, and only that: those who try take turns, and each looks again before it removes. */
function removeLeft(file: string, text: string): void {
  const turn = `${file}.turn`;
  if (!create(turn, '')) {
    if (ageOf(turn) > DEAD) rmSync(turn, { force: true });
    return;
  }
  try {
    if (readText(file) === text) rmSync(file, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

const ageOf = (file: string): number => {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? Number.POSITIVE_INFINITY : Date.now() - stat.mtimeMs;
};

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

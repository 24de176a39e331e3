import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from './home.ts';

/**
 * Runs a module of this program in a process of its own, with messages to and from it. The child must end itself on `disconnect`, so that it
 * does not outlive whoever started it.
 */
export const forkModule = (module: URL, args: readonly string[] = []): ChildProcess =>
  fork(join(root, 'bin/child.mjs'), [module.href, ...args], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

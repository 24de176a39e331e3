import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PackStore } from '#files';
import { defaultPack, openPackStore, readPack } from '#files';
import type { Pack } from '#plan';
import type { Terminal } from './command.ts';
import { UsageError } from './command.ts';
import { printProblems } from './print.ts';

/** Folder of the pack that a command was asked for. */
export const packFolder = (option: unknown): string => (typeof option === 'string' ? resolve(option) : defaultPack);

/** Opens the pack of a `--plan` option; where it has errors, prints them all and returns undefined. */
export function openStore(option: unknown, terminal: Terminal): PackStore | undefined {
  const folder = packFolder(option);
  if (!existsSync(folder)) throw new UsageError(`no folder ${folder}`);
  const store = openPackStore(folder);
  if ('pack' in store) return store;
  printProblems(store.problems, terminal);
  return undefined;
}

/** Reads the pack of a `--plan` option without projecting anything; where it has errors, prints them all and returns undefined. */
export function openPack(option: unknown, terminal: Terminal): Pack | undefined {
  const folder = packFolder(option);
  if (!existsSync(folder)) throw new UsageError(`no folder ${folder}`);
  const { pack, problems } = readPack(folder);
  if (pack === undefined) printProblems(problems, terminal);
  return pack;
}

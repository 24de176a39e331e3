import type { Pack } from '#plan';
import { readPack } from '#files';
import type { Terminal } from './command.ts';
import { packFolder } from './open-store.ts';
import { printProblems } from './print.ts';

/** The pack named by `--plan`, or its Problems printed and undefined. */
export function readPackOrPrint(option: unknown, terminal: Terminal): Pack | undefined {
  const { pack, problems } = readPack(packFolder(option));
  if (pack === undefined) printProblems(problems, terminal);
  return pack;
}

import { join } from 'node:path';
import type { Ledger } from '#ledger';
import { openLedger } from '#ledger';
import type { Terminal } from './command.ts';

/** Milliseconds that a command waits for what another process holds. */
export const PATIENCE = 30_000;

/** Says for whom a command waits. */
export const tellWait =
  (terminal: Terminal) =>
  (holder: number): void =>
    terminal.err(
      {
        zh: `正被进程 ${holder} 使用,等候至多 ${PATIENCE / 1000} 秒…`,
        en: `in use by process ${holder}; waiting up to ${PATIENCE / 1000} s…`,
      }[terminal.language],
    );

/** The ledger of a home, for the work of a command; waited for while a server has it. */
export async function withLedger<T>(
  home: string,
  terminal: Terminal,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const ledger = await openLedger(join(home, 'ledger'), { patience: PATIENCE, onWait: tellWait(terminal) });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

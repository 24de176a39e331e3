import type { Terminal } from './command.ts';

/** How far a long work is: a bar on a terminal; elsewhere a line at every tenth, where there are ten steps and more. */
export interface Progress {
  at(done: number, total: number): void;
  /** Takes the bar away. */
  end(): void;
}

const WIDTH = 24;

export function progress(terminal: Terminal, label: string): Progress {
  let tenth = -1;
  let shown = '';
  const { live } = terminal;
  return {
    at(done, total) {
      const share = total === 0 ? 1 : done / total;
      if (live === undefined) {
        const now = Math.floor(share * 10);
        if (now > tenth && total >= 10) terminal.err(`${label} ${done}/${total}`);
        tenth = Math.max(tenth, now);
        return;
      }
      const filled = Math.round(share * WIDTH);
      const bar = `${label} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total}`;
      if (bar !== shown) live((shown = bar));
    },
    end() {
      if (live !== undefined && shown !== '') live('');
    },
  };
}

import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import type { RefreshOptions, RefreshStep } from '../refresh.ts';
import { refresh } from '../refresh.ts';
import { hideNumbersSql } from '../resolve/mention-sql.ts';
import { askTruly } from './ask-truly.ts';
import type { Evaluation } from './evaluate.ts';
import { evaluateRegister } from './evaluate.ts';
import { deliveredFiles } from './judge.ts';

const hideNumbers = async (database: Database): Promise<undefined> => {
  await database.run(hideNumbersSql);
};

export interface Trial {
  /** One refresh for each day of delivery, from the first; else a single one with everything. */
  readonly months: boolean;
  /** Every identity number hidden. */
  readonly withoutNumbers: boolean;
  /** After the last refresh so many people are drawn and asked whether they live here, and a refresh more heeds it; 0: none. */
  readonly asked: number;
  readonly onStep?: (step: RefreshStep | 'evaluate', day: string) => void;
}

/**
 * Makes a register anew out of what is landed, in a folder of its own in the home, and measures each refresh; the register in force is neither read nor changed, and the
 * folder is gone afterwards. Decisions of clerks are not heeded.
 */
export async function* evaluateAnew(
  home: string,
  pack: Pack,
  feeds: string,
  truth: string,
  { months, withoutNumbers, asked, onStep = () => undefined }: Trial,
): AsyncGenerator<Evaluation> {
  const days = [...new Set(deliveredFiles(feeds).map(({ path }) => path.slice(0, path.indexOf('/'))))].toSorted();
  const scratch = mkdtempSync(join(home, 'evaluate-'));
  try {
    symlinkSync(join(home, 'warehouse'), join(scratch, 'warehouse'), 'junction');
    const measured = async function* (day: string, options: RefreshOptions): AsyncGenerator<Evaluation> {
      const { version, unchanged } = await refresh(scratch, pack, {
        ...options,
        ...(withoutNumbers ? { experiment: hideNumbers } : {}),
        onStep: (step) => onStep(step, day),
      });
      if (version === undefined || unchanged) return;
      onStep('evaluate', day);
      yield await evaluateRegister(scratch, pack, feeds, truth);
    };
    for (const day of months ? days : days.slice(-1)) yield* measured(day, months ? { until: day } : {});
    if (asked > 0) {
      const checks = await askTruly(scratch, pack, feeds, truth, asked);
      yield* measured(days.at(-1)!, { heeded: { decisions: [], checks, last: 1 } });
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

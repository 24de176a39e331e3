import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import type { RefreshStep } from '../refresh.ts';
import { refresh } from '../refresh.ts';
import { hideNumbersSql } from '../resolve/mention-sql.ts';
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
  { months, withoutNumbers, onStep = () => undefined }: Trial,
): AsyncGenerator<Evaluation> {
  const days = [...new Set(deliveredFiles(feeds).map(({ path }) => path.slice(0, path.indexOf('/'))))].toSorted();
  const scratch = mkdtempSync(join(home, 'evaluate-'));
  try {
    symlinkSync(join(home, 'warehouse'), join(scratch, 'warehouse'), 'junction');
    for (const day of months ? days : days.slice(-1)) {
      const { version, unchanged } = await refresh(scratch, pack, {
        ...(months ? { until: day } : {}),
        ...(withoutNumbers ? { experiment: hideNumbers } : {}),
        onStep: (step) => onStep(step, day),
      });
      if (version === undefined || unchanged) continue;
      onStep('evaluate', day);
      yield await evaluateRegister(scratch, pack, feeds, truth);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

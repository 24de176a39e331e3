import { asTask } from '#files';
import type { IngestResult, QuarantinedRow } from '#datasets';
import { correctRow, openIngester, originOfHome } from '#datasets';
import type { Pack } from '#plan';
import type { Heeded } from '#register';
import { refreshAlone } from '#register';

interface Place {
  readonly home: string;
  readonly pack: Pack;
}

/** Work that takes memory and time, for a process of its own. */
export type TaskInput =
  | (Place & {
      readonly task: 'refresh';
      readonly heeded: Heeded;
    })
  | (Place & { readonly task: 'ingest'; readonly dataset: string; readonly path: string })
  | (Place & {
      readonly task: 'correct';
      readonly dataset: string;
      readonly row: QuarantinedRow;
      readonly changes: Readonly<Record<string, string>>;
    });

/** What is left of a corrected row: the reasons for which it still waits. */
export interface Corrected {
  readonly accepted: boolean;
  readonly batch: string | null;
  readonly reasons: readonly string[];
}

asTask(async (message, onStep) => {
  const input = message as TaskInput;
  if (input.task === 'refresh') {
    await refreshAlone(input.home, input.pack, { heeded: input.heeded, onStep });
    return null;
  }
  const { home, pack } = input;
  const dataset = pack.datasets.find(({ id }) => id === input.dataset)!;
  const ingester = await openIngester(pack, home, { memory: 1 });
  try {
    if (input.task === 'ingest')
      return (await ingester.ingest(dataset, input.path, originOfHome(home))) satisfies IngestResult;
    const { batch, reasons } = await correctRow(ingester, home, dataset, input.row, input.changes);
    return {
      accepted: batch !== undefined && batch.accepted > 0,
      batch: batch?.id ?? null,
      reasons,
    } satisfies Corrected;
  } finally {
    ingester.close();
  }
});

import { join } from 'node:path';
import { FIRST_LOAD, makeCity } from '#city';
import { deliveries, ingestDeliveries, openIngester } from '#datasets';
import { asTask } from '#files';
import type { Pack } from '#plan';
import { refreshAlone } from '#register';

export interface SampleInput {
  readonly home: string;
  readonly pack: Pack;
}

/** Simulated over real persons. */
const SCALE = 1 / 100;

/** A sample city's first load, taken in and made a register, in a process of its own. Stopped, it goes on from where it was when started again. */
asTask(async (input, onStep) => {
  const { home, pack } = input as SampleInput;
  onStep('city');
  const out = join(home, 'city', 'feeds');
  await makeCity({ pack, scale: SCALE, seed: 1, out, until: FIRST_LOAD.slice(0, 7) });
  onStep('ingest');
  const ingester = await openIngester(pack, home, { memory: 1 });
  try {
    await ingestDeliveries(ingester, deliveries(pack, out));
  } finally {
    ingester.close();
  }
  await refreshAlone(home, pack, { onStep });
  return null;
});

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dataset, Pack } from '#plan';
import type { Origin } from './batch.ts';
import type { Ingester, IngestResult } from './ingest.ts';

/** A delivered file and the dataset it belongs to by its name. */
export interface Delivery {
  readonly dataset: Dataset;
  readonly path: string;
}

/** Files of a folder of deliveries (`YYYY-MM-DD/DATASET.*`), with the dataset each belongs to by its name, in the order of days. */
export function deliveries(pack: Pack, folder: string): readonly Delivery[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return deliveries(pack, path);
      const dataset = pack.datasets.find(
        ({ id }) =>
          entry.name === id || entry.name.startsWith(`${id}.`) || new RegExp(`^${id}-\\d+\\.`).test(entry.name),
      );
      return dataset === undefined ? [] : [{ dataset, path }];
    });
}

/**
 * Ingests deliveries: datasets side by side in as many lanes as the ingester has, each dataset's files in their order, the largest dataset first.
 */
export async function ingestDeliveries(
  ingester: Ingester,
  files: readonly Delivery[],
  onFile: (delivery: Delivery, result: IngestResult) => void = () => undefined,
): Promise<void> {
  const queues = new Map<string, Delivery[]>();
  for (const file of files) queues.set(file.dataset.id, [...(queues.get(file.dataset.id) ?? []), file]);
  const bytes = (queue: readonly Delivery[]): number => queue.reduce((sum, { path }) => sum + statSync(path).size, 0);
  const ordered = [...queues.values()].toSorted((a, b) => bytes(b) - bytes(a));
  await Promise.all(
    ordered.map(async (queue) => {
      for (const delivery of queue) {
        const { dataset, path } = delivery;
        onFile(delivery, await ingester.ingest(dataset, path, originOf(path)));
      }
    }),
  );
}

/**
 * Whether a file is simulated, and how many persons one of it stands for: as the `manifest.json` beside it or above says (`scale`: simulated over
 * real persons).
 */
export function originOf(path: string): Origin {
  for (let folder = dirname(path), up = 0; up < 3; folder = dirname(folder), up++) {
    const file = join(folder, 'manifest.json');
    if (!existsSync(file)) continue;
    const { simulated, scale } = JSON.parse(readFileSync(file, 'utf8')) as { simulated?: unknown; scale?: unknown };
    if (simulated !== true) return { simulated: false };
    return { simulated: true, ...(typeof scale === 'number' && scale > 0 ? { scale: Math.round(1 / scale) } : {}) };
  }
  return { simulated: false };
}

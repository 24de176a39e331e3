import type { Batch } from '#datasets';
import { readBatches } from '#datasets';
import type { RegisterVersion } from '../versions.ts';

/** The batches that a version rests on. Reads what every batch says of itself: once for a version, not for each question. */
export function batchesOf(home: string, { batches }: Pick<RegisterVersion, 'batches'>): readonly Batch[] {
  const used = new Set(batches);
  return readBatches(home).filter(({ dataset, id }) => used.has(`${dataset}/${id}`));
}

/** People that one person of some feeds stands for: 20 where they are a sample of 1:20, 1 where they are true. */
export const scaleOf = (batches: readonly Pick<Batch, 'scale'>[]): number =>
  Math.max(1, ...batches.map(({ scale = 1 }) => scale));

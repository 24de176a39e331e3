import { readBatches } from '#datasets';
import type { RegisterVersion } from '../versions.ts';

/** People that one person of the feeds of a version stands for: 20 where they are a sample of 1:20, 1 where they are true. */
export function scaleOf(home: string, { batches }: Pick<RegisterVersion, 'batches'>): number {
  const used = new Set(batches);
  return Math.max(
    1,
    ...readBatches(home).flatMap(({ dataset, id, scale = 1 }) => (used.has(`${dataset}/${id}`) ? [scale] : [])),
  );
}

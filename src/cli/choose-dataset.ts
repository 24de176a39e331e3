import { resolve } from 'node:path';
import { nearest } from '#base';
import { home } from '#files';
import type { Dataset, Pack } from '#plan';
import { UsageError } from './command.ts';

/** Where a command keeps data: `--home`, else the product's home. */
export const homeOption = { home: { type: 'string' as const } };
export const homeFolder = (option: unknown): string => (typeof option === 'string' ? resolve(option) : home());

/** A dataset by its id or Chinese name. */
export function chooseDataset(pack: Pack, word: string): Dataset {
  const found = pack.datasets.find(({ id, label }) => id === word || label.zh === word);
  if (found !== undefined) return found;
  const known = pack.datasets.flatMap(({ id, label }) => [id, label.zh]);
  const guess = nearest(word, known);
  throw new UsageError(
    `no dataset ${word}${guess === undefined ? `; known: ${pack.datasets.map(({ id }) => id).join(', ')}` : `; did you mean ${guess}?`}`,
  );
}

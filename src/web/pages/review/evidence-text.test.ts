import { describe, expect, it } from 'vitest';
import { personModel } from '#register';
import { evidenceText } from './evidence-text.ts';

describe('words of the evidence', () => {
  it.each(['zh', 'en'] as const)('name every comparison and level of the model in %s', (language) => {
    const wanted = personModel.comparisons.flatMap(({ id, levels }) => [
      id,
      ...levels.map((level) => `${id} ${level.id}`),
    ]);
    const words: Readonly<Record<string, string>> = evidenceText[language];
    expect(['prior', 'prior prior', 'missing', 'other', ...wanted].filter((id) => words[id] === undefined)).toEqual([]);
  });
});

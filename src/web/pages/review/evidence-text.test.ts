import { describe, expect, it } from 'vitest';
import { personModel } from '#register';
import { evidenceText } from './evidence-text.ts';

describe('words of the evidence', () => {
  it.each(['zh', 'en'] as const)(
    'name every comparison and level of the model in %s, and nothing that it has not',
    (language) => {
      const wanted = personModel.comparisons.flatMap(({ id, levels }) => [
        id,
        ...levels.map((level) => `${id} ${level.id}`),
      ]);
      expect(Object.keys(evidenceText[language]).toSorted()).toEqual(
        ['prior', 'prior prior', 'missing', 'other', ...wanted].toSorted(),
      );
    },
  );
});

import { describe, expect, test } from 'vitest';
import { undecided } from './decisions.ts';

const pair = (a: string, b: string) => ({ records: [a, b] as const, probability: 0.5, steps: [] });

describe('doubtful pairs', () => {
  test('that were decided wait for nobody, whichever record was named first', () => {
    const doubtful = [pair('a', 'b'), pair('c', 'd')];
    expect(undecided({ doubtful, decided: [] })).toEqual(doubtful);
    expect(undecided({ doubtful, decided: [{ records: ['b', 'a'], same: false }] })).toEqual([pair('c', 'd')]);
  });
});

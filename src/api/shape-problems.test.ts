import { describeProblem } from '#base';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { shape, shapeProblems } from './shape-problems.ts';

const schema = z
  .strictObject({
    day: z.string().regex(/^\d{4}$/, shape('shape.not-day')),
    kind: z.enum(['a', 'b']),
    count: z.number().int().min(1).max(9),
    names: z.array(z.string().min(2).max(3)).min(1).max(2),
    side: z.union([z.strictObject({ at: z.number() }), z.literal('actual')]),
    years: z.record(z.string().regex(/^\d{4}$/, shape('shape.not-year')), z.number()).optional(),
  })
  .refine(({ count }) => count !== 5, shape('shape.not-enough'));

const good = { day: '2024', kind: 'a', count: 1, names: ['ab'], side: 'actual' };

const found = (change: object): readonly (readonly [string, string])[] => {
  const data = { ...good, ...change };
  const { error } = schema.safeParse(data);
  return shapeProblems(error?.issues ?? [], data, 'json').map(({ code, where }) => [code, where.path!]);
};

describe('shapeProblems', () => {
  it.each([
    [{}, []],
    [{ day: 'x' }, [['shape.not-day', 'day']]],
    [{ day: undefined }, [['shape.missing', 'day']]],
    [{ day: 3 }, [['shape.not-text', 'day']]],
    [{ kind: 'c' }, [['shape.not-among', 'kind']]],
    [{ kind: undefined }, [['shape.missing', 'kind']]],
    [{ count: 0 }, [['shape.below', 'count']]],
    [{ count: 10 }, [['shape.above', 'count']]],
    [{ count: 1.5 }, [['shape.not-whole', 'count']]],
    [{ count: 'x' }, [['shape.not-number', 'count']]],
    [{ count: 5 }, [['shape.not-enough', 'json']]],
    [{ names: [] }, [['shape.few', 'names']]],
    [{ names: ['ab', 'ab', 'ab'] }, [['shape.many', 'names']]],
    [
      { names: ['a', 'abcd'] },
      [
        ['shape.short', 'names.0'],
        ['shape.long', 'names.1'],
      ],
    ],
    [{ names: {} }, [['shape.not-list', 'names']]],
    [{ side: { at: 'x' } }, [['shape.not-number', 'side.at']]],
    [{ years: { soon: 1 } }, [['shape.not-year', 'years.soon']]],
    [{ years: 1 }, [['shape.not-object', 'years']]],
    [
      { x: 1, y: 2 },
      [
        ['shape.unknown', 'x'],
        ['shape.unknown', 'y'],
      ],
    ],
  ])('%j', (change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it('has a sentence in both languages with nothing left to fill in', () => {
    const data = { ...good, kind: 'c', count: 10, x: 1 };
    for (const problem of shapeProblems(schema.safeParse(data).error!.issues, data, 'json')) {
      expect(describeProblem(problem, 'zh')).toMatch(/\p{Script=Han}/u);
      for (const language of ['zh', 'en'] as const) expect(describeProblem(problem, language)).not.toMatch(/[{}]/);
    }
  });
});

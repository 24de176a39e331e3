import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordJoiner } from './whole-lines.ts';

function join(lines: readonly string[]) {
  const records: [number, string][] = [];
  const broken: number[] = [];
  const joiner = recordJoiner(
    (text, line) => records.push([line, text]),
    ({ line }) => broken.push(line),
  );
  lines.forEach((text, index) => joiner.take(text, index + 1));
  joiner.end();
  return { records, broken };
}

describe('records of a delimited text', () => {
  it('go on where a quotation mark is open', () => {
    expect(join(['a,"b', 'c",d', 'e'])).toEqual({
      records: [
        [1, 'a,"b\nc",d'],
        [3, 'e'],
      ],
      broken: [],
    });
  });

  it('lose one row to a stray mark, and no other', () => {
    const lines = Array.from({ length: 100 }, (_, index) => (index === 40 ? 'x,"y' : `${index},z`));
    const { records, broken } = join(lines);
    expect(broken).toEqual([41]);
    expect(records).toHaveLength(99);
  });

  it('are all there, whole or broken, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '"', 'a"b', '""', 'x,"y"', ''), { maxLength: 60 }), (lines) => {
        const { records, broken } = join(lines);
        const seen = [...records.flatMap(([, text]) => text.split('\n')), ...broken.map((line) => lines[line - 1]!)];
        expect(seen.filter((text) => text !== '').length).toBe(lines.filter((text) => text !== '').length);
      }),
    );
  });
});

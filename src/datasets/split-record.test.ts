import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecord, tidyRecord } from './split-record.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const cell = fc.string({ unit: fc.constantFrom('a', '张', '"', ',', ' ', '\n'), maxLength: 6 });

describe('records', () => {
  it('are told into their cells, quoted or not', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const text = cells
          .map((each, index) => (/[",\n]/.test(each) || index % 2 === 0 ? quoted(each) : each))
          .join(',');
        expect(splitRecord(text)).toEqual(cells);
        const tidy = tidyRecord(text, cells.length);
        if ('fault' in tidy) throw new Error(tidy.fault);
        expect(splitRecord(tidy.record)).toEqual(cells);
        expect(tidyRecord(text, cells.length + 1)).toEqual({ fault: 'missing-columns' });
        if (cells.length > 1) expect(tidyRecord(text, cells.length - 1)).toEqual({ fault: 'too-many-columns' });
      }),
    );
  });

  it('with a mark inside a bare cell, or something behind a closing one, are told', () => {
    for (const text of ['a"b"c,d', '"a"b,c', 'x,"a"" ,y'])
      expect(tidyRecord(text, 2), text).toEqual({ fault: 'unquoted-value' });
  });
});

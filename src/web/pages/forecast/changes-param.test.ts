import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesParam, senselessEntries } from './changes-param.ts';

const limits = { years: [2025, 2050], values: [-500_000, 500_000] } as const;
const param = changesParam(limits);

describe('changesParam', () => {
  it('reads years and values', () => {
    expect(param.parse('2030:1.5,2050:-1.4')).toEqual({ 2030: 1.5, 2050: -1.4 });
  });

  it('writes years ascending', () => {
    expect(param.format({ 2050: 1.4, 2030: 12_000 })).toBe('2030:12000,2050:1.4');
    expect(param.format({})).toBe('');
  });

  it.each([
    '',
    'x',
    '2030',
    '2030:',
    '2030:abc',
    '2030:1.5.2',
    '2024:1',
    '2051:1',
    '2030:500001',
    '20300:1',
    '2030:Infinity',
    '2030:0x10',
    ' 2030:1',
  ])('takes nothing from %j', (text) => expect(param.parse(text)).toBeUndefined());

  it('keeps what makes sense and names the rest', () => {
    const text = '2030:1.5,2035:abc,2040:9e9,2030:2,2050:1';
    expect(param.parse(text)).toEqual({ 2030: 1.5, 2050: 1 });
    expect(senselessEntries('tfr', text, limits)).toEqual([
      { name: 'tfr', text: '2035:abc' },
      { name: 'tfr', text: '2040:9e9' },
      { name: 'tfr', text: '2030:2' },
    ]);
    expect(senselessEntries('tfr', 'abc', limits)).toEqual([]);
  });

  it('reads back what it writes', () => {
    const value = fc.double({ min: -500_000, max: 500_000, noNaN: true }).map((number) => number + 0);
    const edits = fc.dictionary(fc.integer({ min: 2025, max: 2050 }).map(String), value, {
      minKeys: 1,
      maxKeys: 8,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(edits, (given) => {
        expect(param.parse(param.format(given))).toEqual(given);
      }),
    );
  });

  it('never throws on any text, and takes only what is inside the bounds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const [year, value] of Object.entries(param.parse(text) ?? {})) {
          expect(Number(year)).toBeGreaterThanOrEqual(2025);
          expect(Number(year)).toBeLessThanOrEqual(2050);
          expect(Math.abs(value)).toBeLessThanOrEqual(500_000);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAge, writeAge } from './read-age.ts';
import { readSex } from './read-sex.ts';
import { readNumber, readYear } from './table.ts';

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0));
const age = fc.integer({ min: 0, max: 99 });
const decoration = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => ` ${text} `,
  (text) => `${text}岁`,
  (text) => `${text} 岁`,
  (text) => `${text} years`,
  fullWidth,
);

describe('ages', () => {
  it('are read as single years, however they are written', () => {
    fc.assert(
      fc.property(age, decoration, (x, write) => {
        expect(readAge(write(String(x)))).toEqual({ from: x, to: x });
      }),
    );
  });

  it('are read as groups with any dash', () => {
    const dash = fc.constantFrom('-', '—', '–', '~', '至', '到', ' - ', '——', ' to ');
    fc.assert(
      fc.property(age, age, dash, decoration, (a, b, between, write) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(readAge(write(`${from}${between}${to}`))).toEqual({ from, to });
      }),
    );
  });

  it('are read as open groups', () => {
    const open = fc.constantFrom<(x: number) => string>(
      (x) => `${x}+`,
      (x) => `${x}岁及以上`,
      (x) => `${x}岁以上`,
      (x) => `${x} 及以上`,
      (x) => `≥${x}`,
      (x) => `>=${x}`,
      (x) => `${x} and over`,
      (x) => `${x} years and over`,
    );
    fc.assert(
      fc.property(age, open, (x, write) => {
        expect(readAge(write(x))).toEqual({ from: x, to: null });
      }),
    );
    for (const old of ['100', '100+', '105', '110岁及以上', '100-104'])
      expect(readAge(old)).toEqual({ from: 100, to: null });
    expect(readAge('95-105')).toEqual({ from: 95, to: null });
  });

  it('are read back from how they are written', () => {
    fc.assert(
      fc.property(age, fc.option(fc.nat(20)), (from, width) => {
        const span = { from, to: width === null || from + width > 99 ? null : from + width };
        expect(readAge(writeAge(span))).toEqual(span);
      }),
    );
  });

  it('are read from what spreadsheets make of them', () => {
    for (const [text, from, to] of [
      ['1月4日', 1, 4],
      ['4-Jan', 1, 4],
      ['Jan-04', 1, 4],
      ['5月9日', 5, 9],
      ['9-May', 5, 9],
      ['2026-05-09', 5, 9],
      ['10月14日', 10, 14],
      ['14-Oct', 10, 14],
    ] as const)
      expect(readAge(text)).toEqual({ from, to, wasDate: true });
  });

  it('know children under an age and totals, and refuse the rest', () => {
    expect(readAge('不满1岁')).toEqual({ from: 0, to: 0 });
    expect(readAge('<5')).toEqual({ from: 0, to: 4 });
    expect(readAge('5岁以下')).toEqual({ from: 0, to: 4 });
    for (const total of ['合计', '合 计', '总计', 'Total', 'all ages']) expect(readAge(total)).toBe('total');
    for (const bad of ['', '-', '五到九', '9-5', '200', '-3', '1.5', '男', '31-Foo', '<0'])
      expect(readAge(bad)).toBeUndefined();
  });

  it('never throw and never leave 0 to 100', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readAge(text);
        if (read === undefined || read === 'total') return;
        expect(read.from).toBeGreaterThanOrEqual(0);
        expect(read.from).toBeLessThanOrEqual(100);
        expect(read.to ?? 200).toBeGreaterThanOrEqual(read.from);
      }),
    );
  });
});

describe('sexes, numbers and years', () => {
  it('are read in both languages, as codes and in full width', () => {
    for (const word of ['女', '女性', 'F', 'Female', '2', '2']) expect(readSex(word)).toBe('female');
    for (const word of ['男', ' 男 ', 'm', 'MALES', '1', 'boys']) expect(readSex(word)).toBe('male');
    for (const word of ['合计', '男女合计', 'both sexes', 'T']) expect(readSex(word)).toBe('total');
    for (const word of ['', '0', '9', 'M?', '南', 'mann']) expect(readSex(word)).toBeUndefined();
  });

  it('read numbers with separators, and nothing that is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (number) => {
        expect(readNumber(String(number))).toBe(number);
        expect(readNumber(number.toLocaleString('en-US'))).toBe(number);
        expect(readNumber(fullWidth(String(number)))).toBe(number);
      }),
    );
    for (const bad of ['', '—', '…', '约三万', '1,23', '12万', 'NaN', '1e', '0x10'])
      expect(readNumber(bad)).toBeUndefined();
  });

  it('read years of dates', () => {
    for (const text of ['2020', '2020年', '2020-11-01', '2020/11/1', '2020年11月1日', '2020.11', '2020.0'])
      expect(readYear(text)).toBe(2020);
    for (const bad of ['', '20年', '1820', '20201101', '第七次']) expect(readYear(bad)).toBeUndefined();
  });
});

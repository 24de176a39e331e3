import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCalendarDate } from '#base';
import { readPack, defaultPack } from '#files';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';
import { sniff } from '../sniff.ts';
import { parseDay } from './parse-day.ts';
import { parsePhone } from './parse-phone.ts';
import { placeFinder } from './place-in-address.ts';
import { EMPTY_MARKS, saidText } from './plain-text.ts';

const day = fc
  .date({ min: new Date('1850-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it('are read in every usual spelling', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, of] = date.split('-') as [string, string, string];
        const [m, d] = [Number(month), Number(of)];
        for (const text of [
          `${year}${month}${of}`,
          date,
          `${year}-${m}-${d}`,
          `${year}/${m}/${d}`,
          `${year}.${month}.${of}`,
          `${year}年${m}月${d}日`,
          `${year}${month}${of}235959`,
          `${date} 08:15:00`,
          `${date}T08:15:00`,
        ])
          expect(parseDay(text), text).toBe(date);
        for (const text of [`${year}${month}`, `${year}-${month}`, `${year}年${m}月`])
          expect(parseDay(text), text).toBe(`${year}-${month}-01`);
      }),
    );
  });

  it('are days of the calendar or nothing, whatever is written', () => {
    const written = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}[-/.年]?\d{1,2}[-/.月]?\d{0,2}日?$/));
    fc.assert(
      fc.property(written, (text) => {
        const read = parseDay(text);
        expect(read === null || isCalendarDate(read)).toBe(true);
      }),
    );
    for (const text of ['20230229', '2024-13-01', '1849-12-31', '00000000', '2024', '民国三年', ''])
      expect(parseDay(text), text).toBeNull();
  });
});

describe('telephone numbers', () => {
  it('are the same however they are spaced and prefixed', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/);
    fc.assert(
      fc.property(mobile, (number) => {
        const parts = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
        for (const text of [number, `+86${number}`, `86-${number}`, `0086 ${number}`, parts.join('-'), parts.join(' ')])
          expect(parsePhone(text), text).toBe(number);
      }),
    );
    expect(parsePhone('0830-2345678')).toBe('08302345678');
    expect(parsePhone('139')).toBeNull();
    expect(parsePhone('12345678901')).toBeNull();
  });
});

describe('places in addresses', () => {
  const { pack } = readPack(defaultPack);
  const find = placeFinder(pack!.areas, pack!.info.city);

  it('finds every township of the pack under its county, with or without province and city', () => {
    for (const { code, name, parent } of pack!.areas.filter(({ level }) => level === 'township')) {
      const county = pack!.areas.find((area) => area.code === parent)!.name.zh;
      for (const start of ['四川省泸州市', '泸州市', ''])
        expect(find(`${start}${county}${name.zh}1组2号`, null), `${county}${name.zh}`).toEqual({
          county: parent,
          township: code,
        });
    }
  });

  it('does not take another city’s street for one of ours', () => {
    expect(find('四川省成都市武侯区南城街道1号', null)).toEqual({ county: null, township: null });
  });
});

const said = (text: string): string | null => (['', ...EMPTY_MARKS].includes(text) ? null : text);

describe('texts in SQL', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ threads: 1 });
  });
  afterAll(() => database.close());
  const plain = async (text: string, fold = true): Promise<string | null> => {
    const sql = `SELECT ${saidText('c', sqlText, fold)} AS said FROM (SELECT ${sqlText(text)} AS c) a`;
    return (await database.rows<{ said: string | null }>(sql))[0]!.said;
  };

  it('fold full width as NFKC does, and lose nothing else', async () => {
    const wide = [...'AZaz09()-/.'].map((character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0));
    const characters = fc.constantFrom(...wide, '\u3000', ...'ABZaz09 泸州市X-/');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: characters, maxLength: 12 }), async (text) => {
        expect(await plain(text)).toBe(said(text.normalize('NFKC').trim()));
        expect(await plain(text, false)).toBe(said(text.trim()));
      }),
    );
  });

  it('take every empty mark for nothing', async () => {
    for (const mark of EMPTY_MARKS) expect(await plain(` ${mark} `), mark).toBeNull();
  });
});

describe('what a file is', () => {
  it('is told from its bytes: encodings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'popplus-sniff-'));
    const file = join(folder, 'file');
    const chinese = fc.string({
      unit: fc.constantFrom(...'姓名性别公民身份号码户籍地址出生日期'),
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(chinese, fc.boolean(), (header, isLong) => {
        const text = `id,${header}\n${isLong ? '1,abc\n'.repeat(60_000) : '1,王\n'}`;
        writeFileSync(file, iconv.encode(text, 'gb18030'));
        const asGb = sniff(file);
        writeFileSync(file, text);
        expect(sniff(file)).toEqual({ format: 'csv', encoding: 'utf-8' });
        writeFileSync(file, `\uFEFF${text}`);
        expect(sniff(file)).toEqual({ format: 'csv', encoding: 'utf-8-bom' });
        expect(asGb).toEqual({ format: 'csv', encoding: 'gb18030' });
      }),
      { numRuns: 30 },
    );
    rmSync(folder, { recursive: true });
  });
});

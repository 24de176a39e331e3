import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameCodes } from './name-codes.ts';

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
const chineseName = fc.array(han, { minLength: 2, maxLength: 4 }).map((characters) => characters.join(''));

describe('nameCodes', () => {
  it('folds width, blanks, traditional and variant characters, and accents', () => {
    for (const [one, other] of [
      ['张伟', '張 偉'],
      ['刘峰', '劉峯'],
      ['Wei Zhang', 'WEI ZHANG'],
      ['买买提·艾力', '买买提•艾力'],
      ['买买提·艾力', '买买提艾力'],
      ['José', 'jose'],
    ] as const)
      expect(nameCodes(one).name).toBe(nameCodes(other).name);
  });

  it('hears homophones at the finest sound they share', () => {
    const [wei3, wei3b, wei2] = ['张伟', '张玮', '张维'].map((name) => nameCodes(name));
    expect(wei3!.name_tone).toBe(wei3b!.name_tone);
    expect(wei3!.name_tone).not.toBe(wei2!.name_tone);
    expect(wei3!.name_sound).toBe(wei2!.name_sound);
    expect(nameCodes('刘兰').name_fuzzy).toBe(nameCodes('牛兰').name_fuzzy);
    expect(nameCodes('陈胜').name_fuzzy).toBe(nameCodes('岑森').name_fuzzy);
    expect(nameCodes('胡英').name_fuzzy).toBe(nameCodes('福音').name_fuzzy);
    expect(nameCodes('张wei').name_sound).toBe(nameCodes('张伟').name_sound);
  });

  it('reads surnames as surnames and knows compound ones', () => {
    expect(nameCodes('单雄信').name_sound).toBe('shan__xiong_xin___');
    expect(nameCodes('欧阳修')).toMatchObject({ surname: '欧阳', given: '修' });
    expect(nameCodes('欧阳')).toMatchObject({ surname: '欧', given: '阳' });
    expect(nameCodes('尉迟恭').name_sound).toBe('yu____chi___gong__');
  });

  it('sees look-alikes', () => expect(nameCodes('刘士元').name_shape).toBe(nameCodes('划士元').name_shape));

  it('keeps the place of a character that could not be written', () => {
    for (const placeholder of ['?', '?', '*', '○', '□', '〓', '\ue863'])
      expect(nameCodes(`王${placeholder}明`)).toMatchObject({ name: '王?明', name_length: 3, name_partial: true });
  });

  it('has nothing for an answer that is no name', () => {
    for (const text of [null, undefined, '', ' ', '不详', '无', 'null', '???'])
      expect(nameCodes(text)).toMatchObject({ name: null, name_fuzzy: null, name_length: null });
  });

  it('is ASCII of a fixed width per character, and folding twice is folding once', () => {
    fc.assert(
      fc.property(chineseName, (text) => {
        const codes = nameCodes(text);
        if (codes.name === null) return;
        for (const [code, width] of [
          [codes.name_tone, 7],
          [codes.name_sound, 6],
          [codes.name_fuzzy, 6],
          [codes.name_shape, 5],
        ] as const) {
          expect(code).toMatch(/^[\x20-\x7e]+$/);
          expect(code).toHaveLength(width * codes.name_length!);
        }
        expect(nameCodes(codes.name)).toEqual(codes);
      }),
    );
  });

  it('each coarser sound follows from the finer', () => {
    fc.assert(
      fc.property(chineseName, chineseName, (one, other) => {
        const [a, b] = [nameCodes(one), nameCodes(other)];
        if (a.name_tone === b.name_tone) expect(a.name_sound).toBe(b.name_sound);
        if (a.name_sound === b.name_sound) expect(a.name_fuzzy).toBe(b.name_fuzzy);
      }),
    );
  });
});

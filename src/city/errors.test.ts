import { parseIdNumber } from '#base';
import { defaultPack, readPack } from '#files';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { dayOf } from './calendar.ts';
import { contractsOf } from './contracts.ts';
import { clerkOf } from './errors.ts';
import { feeds } from './feeds/index.ts';
import { encodeGb18030 } from './gb18030.ts';
import { ratesOf } from './rates.ts';

const contracts = contractsOf(readPack(defaultPack).pack!);
const ROWS = 20_000;

/** A row in which every field is filled with something that every error can befall. */
const filled = (dataset: string): Record<string, string | number> =>
  Object.fromEntries(
    contracts.datasets.get(dataset)!.fields.map((field) => {
      switch (field.type) {
        case 'identity-number':
          return [field.id, '51050219880412003X'];
        case 'person-name':
          return [field.id, '张国伟'];
        case 'date':
        case 'time':
        case 'month':
          return [field.id, dayOf(1988, 4, 12)];
        case 'address':
          return [field.id, '四川省泸州市江阳区南城街道江阳路12号3栋1单元501号'];
        case 'division':
          return [field.id, '510503'];
        case 'phone':
          return [field.id, '13812345678'];
        case 'code':
          return [field.id, field.codes === 'sex' ? '1' : '01'];
        case 'amount':
        case 'text':
        case 'whole':
          return [field.id, 'x'];
      }
    }),
  );

describe('errors come at the rates of the file', () => {
  test.each(feeds.map(({ dataset }) => dataset))('%s', (dataset) => {
    const contract = contracts.datasets.get(dataset)!;
    const rates = ratesOf(dataset);
    const clerk = clerkOf(7, 3, contract, contracts, rates);
    const values = filled(dataset);
    for (let subject = 0; subject < ROWS; subject++) clerk.write({ values, persons: {}, subject }, 0, false);
    const fields = (type: string): number => contract.fields.filter((field) => field.type === type).length * ROWS;
    const exact: readonly (readonly [string, string])[] = [
      ['identity-number', 'missing'],
      ['identity-number', 'mistyped'],
      ['identity-number', 'fifteen'],
      ['identity-number', 'full-width'],
      ['person-name', 'same-sound'],
      ['person-name', 'reversed'],
      ['person-name', 'spaced'],
      ['phone', 'missing'],
      ['address', 'without-city'],
      ['division', 'city-only'],
    ];
    for (const [kind, error] of exact) {
      const rate = rates[kind]?.[error] ?? 0;
      const expected = rate * fields(kind);
      const made = clerk.made.get(`${kind}/${error}`) ?? 0;
      // A mistyped X is no digit: one place in eighteen cannot be mistyped.
      const share = error === 'mistyped' ? 17 / 18 : 1;
      expect(Math.abs(made - expected * share), `${kind}/${error}`).toBeLessThanOrEqual(5 * Math.sqrt(expected) + 1);
    }
  });
});

test('a mistyped number fails its check digit; the number itself passes', () => {
  const contract = contracts.datasets.get('marriage')!;
  const only = { 'identity-number': { mistyped: 1 } };
  const clerk = clerkOf(7, 3, contract, contracts, only);
  const values = filled('marriage');
  const place = contract.fields.findIndex(({ id }) => id === 'wife_identity_number');
  expect(parseIdNumber(String(values['wife_identity_number']))).toHaveProperty('number');
  for (let subject = 0; subject < 5000; subject++) {
    const written = clerk.write({ values, persons: {}, subject }, 0, false)[place]!;
    if (written === values['wife_identity_number']) continue;
    expect(parseIdNumber(written)).toHaveProperty('fault');
  }
});

test('a corrected record is as it should be, and errors stay from delivery to delivery', () => {
  const contract = contracts.datasets.get('maternal-care')!;
  const clerk = clerkOf(7, 3, contract, contracts, ratesOf('maternal-care'));
  const row = { values: filled('maternal-care'), persons: {}, subject: 0 };
  for (let subject = 0; subject < 500; subject++) {
    expect(clerk.write({ ...row, subject }, 0, false)).toEqual(clerk.write({ ...row, subject }, 0, false));
    expect(clerk.write({ ...row, subject }, 0, true)).toEqual(clerk.write(row, 0, true));
  }
});

const encoded = (text: string, offset: number): Buffer => {
  const bytes = Buffer.alloc(offset + text.length * 4);
  return bytes.subarray(offset, offset + encodeGb18030(text, bytes, offset));
};

test('GB 18030 by table is GB 18030 by the library', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(9), (text, offset) => {
      expect(encoded(text, offset).equals(iconv.encode(text, 'gb18030'))).toBe(true);
    }),
  );
  expect(iconv.decode(encoded('𬱖㛃A丽', 0), 'gb18030')).toBe('𬱖㛃A丽');
});

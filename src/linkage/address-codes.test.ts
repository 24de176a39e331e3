import { describe, expect, it } from 'vitest';
import { addressCodes } from './address-codes.ts';

describe('addressCodes', () => {
  it.each([
    ['四川省泸州市江阳区江阳西路12号3栋1单元401室', '江阳西路12号3幢1单元401'],
    ['泸州市龙马潭区鱼塘街道龙腾路五号二栋', '鱼塘街道龙腾路5号2栋'],
    ['泸县福集镇大田村三组', '四川省泸州市泸县福集镇大田村3组'],
  ])('%s is %s', (one, other) => {
    expect(addressCodes(one)).toEqual(addressCodes(other));
    expect(addressCodes(one).address_place).not.toBeNull();
  });

  it('reads numbers from coarse to fine', () =>
    expect(addressCodes('江阳西路一〇二号二十三栋401')).toEqual({
      address_place: '江阳西路',
      address_numbers: '102-23-401',
    }));

  it('has nothing for nothing', () => expect(addressCodes('')).toEqual({ address_place: null, address_numbers: null }));
});

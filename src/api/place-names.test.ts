import { readPack } from '#files';
import { describe, expect, it } from 'vitest';
import { placeNames } from './place-names.ts';

const { pack } = readPack('plans/510500-luzhou');

describe('placeNames', () => {
  it('names counties of the nation with province and city', () =>
    expect(placeNames(pack!, ['510104', '500103', '510107'])).toEqual({
      '510104': '四川省成都市锦江区',
      '500103': '重庆市渝中区',
      '510107': '四川省成都市武侯区',
    }));

  it('leaves what the pack names itself, what is no county, and nothing', () =>
    expect(placeNames(pack!, ['510502', '510500', '510502001', '999999', '2014-08-22', '汉族', null])).toEqual({}));
});

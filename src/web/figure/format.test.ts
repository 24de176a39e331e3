import { describe, expect, it } from 'vitest';
import { percent, signedNumber, wholeNumber } from './format.ts';

describe('numbers as people read them', () => {
  it('have a minus, and none where they round to nothing', () => {
    expect([-34_691, -0.4, 0, 0.4, 1234].map((value) => wholeNumber(value, 'en'))).toEqual([
      '−34,691',
      '0',
      '0',
      '0',
      '1,234',
    ]);
    expect([-0.0123, -0.000_01].map((share) => percent(share, 2, 'zh'))).toEqual(['−1.23 %', '0.00 %']);
  });

  it('have a sign as differences, and none where they round to nothing', () =>
    expect([-1.25, 3, -0.01].map((value) => signedNumber(value, 1, 'en'))).toEqual(['−1.3', '+3.0', '0.0']));
});

import { describe, expect, test } from 'vitest';
import { birthSlips } from './birth-slips.ts';

describe('slips of a birth date', () => {
  test('are days of the calendar that differ in one digit, or in the order of month and day', () => {
    const slips = birthSlips('19810307');
    for (const slip of ['19810301', '19810317', '19860307', '19810107', '19810703']) expect(slips).toContain(slip);
    for (const slip of ['19810307', '19812307', '19810337', '19860317']) expect(slips).not.toContain(slip);
  });

  test('go both ways', () => {
    for (const slip of birthSlips('20040229')) expect(birthSlips(slip)).toContain('20040229');
  });
});

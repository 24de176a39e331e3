import { describe, expect, it } from 'vitest';
import { readDivisions } from '#files';

describe('division codes', () => {
  const history = readDivisions();

  it('are themselves while in force, and their heirs afterwards', () => {
    expect(history.today('510502', 2020)).toEqual(['510502']);
    expect(history.today('510502', 1990).toSorted()).toEqual(['510502', '510503', '510504']);
    expect(history.today('510523', 1990).toSorted()).toEqual(['510502', '510503']);
    expect(history.nameAt('510502', 1990)).toBe('市中区');
    expect(history.nameAt('510502', 2000)).toBe('江阳区');
    expect(history.today('999999', 2000)).toEqual([]);
  });

  it('lead to codes that are in force, whatever the year asked for', () => {
    for (const { code } of history.records)
      for (const year of [1975, 1985, 1995, 2005, 2015, 2024])
        for (const heir of history.today(code, year))
          expect(history.today(heir, 2024), `${code} ${year}`).toContain(heir);
  });
});

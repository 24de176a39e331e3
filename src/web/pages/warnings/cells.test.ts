import { readPack } from '#files';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import { planAreas } from '#plan';
import type { Warning } from '#warning';
import { evaluateWarnings } from '#warning';
import { beforeAll, describe, expect, it } from 'vitest';
import { luzhouFolder } from '../../../../test/support/packs.ts';
import { cellOf, isMeant, standing } from './cells.ts';

let book: FigureBook;
let warnings: readonly Warning[];
beforeAll(() => {
  book = openBook(readPack(luzhouFolder).pack!);
  warnings = evaluateWarnings(book, 'medium');
});
const cells = () =>
  book.baseline.pack.warnings.flatMap((rule) =>
    planAreas(book.baseline.pack).map((area) => cellOf(book, warnings, rule, area.code)),
  );

describe('cells of the matrix', () => {
  it('hold every warning once, and none where a rule is not meant', () => {
    const held = cells().flatMap((cell) => [...(cell.observed === undefined ? [] : [cell.observed]), ...cell.expected]);
    expect(held).toHaveLength(warnings.length);
    for (const cell of cells()) if (!cell.meant) expect([cell.observed, ...cell.expected]).toEqual([undefined]);
  });
  it('say why a rule cannot be judged, and never call that “no warning”', () => {
    const births = cells().filter(({ rule, area }) => rule.id === 'births-fall' && area === '510502');
    expect(births.map((cell) => cell.obstacle)).toEqual(['no-yearly-pair']);
    for (const cell of cells()) if (cell.observed !== undefined) expect(cell.obstacle).toBeUndefined();
  });
});

it('rules of the city are meant for no county', () => {
  const { pack } = book.baseline;
  const rule = pack.warnings.find((entry) => entry.areas === 'city')!;
  expect(
    planAreas(pack)
      .filter((area) => isMeant(pack, rule, area.code))
      .map((area) => area.code),
  ).toEqual([pack.info.city]);
});

it('tells what a threshold rests on', () => {
  const { pack } = book.baseline;
  expect(standing(pack, { doc: 'plan', section: '1.2', words: 'x' })).toBe('plan');
  expect(standing(pack, { doc: 'proposal' })).toBe('proposal');
  expect(standing(pack, { doc: 'thresholds-common' })).toBe('unverified');
  expect(standing(pack, { doc: 'sichuan-plan-2022' })).toBe('published');
  expect(standing(pack, { none: 'why' })).toBe('unverified');
});

import { readPack } from '#files';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import { checkStatements } from '#monitoring';
import { beforeAll, describe, expect, it } from 'vitest';
import { CAPABILITIES } from '#plan';
import { exampleFolder, luzhouFolder } from '../../../../test/support/packs.ts';
import { PAGES } from '../../frame/pages.ts';
import { PLACE_OF } from './capability-words.ts';
import { countedSections, sectionCoverage, statementsOn } from './coverage.ts';

let book: FigureBook;
beforeAll(() => {
  book = openBook(readPack(exampleFolder).pack!);
});
const rows = () => sectionCoverage(book.baseline.pack, checkStatements(book));

describe('sectionCoverage', () => {
  it('lists every section once, in the order of the document', () => {
    expect(rows().map((row) => row.section.id)).toEqual(book.baseline.pack.document.sections.map(({ id }) => id));
  });
  it('calls a section computed only for a formula, a statement that came out or a part carried out', () => {
    for (const { coverage, computed, carried, indicators, statements, values, thresholds } of rows()) {
      expect(coverage === 'computed').toBe(computed + carried.length > 0);
      expect(coverage === 'text-only').toBe(
        carried.length + indicators.length + statements.length + values + thresholds === 0,
      );
    }
  });
  it('does not count what a statement cites when nothing came out', () => {
    const none = checkStatements(book).map((result) => ({ ...result, verdict: 'not-computable' as const }));
    const total = (of: ReturnType<typeof rows>) => of.reduce((sum, row) => sum + row.computed, 0);
    expect(total(sectionCoverage(book.baseline.pack, none))).toBeLessThanOrEqual(total(rows()));
  });
  it('knows what the register, feeds and review carry out of a plan, each part once, at a place that exists', () => {
    const luzhou = openBook(readPack(luzhouFolder).pack!);
    const { pack } = luzhou.baseline;
    const carried = sectionCoverage(pack, []).flatMap((row) =>
      row.carried.map((part) => ({ id: row.section.id, part })),
    );
    expect(carried.map(({ part }) => part)).toHaveLength(pack.coverage.length);
    expect(new Set(carried.map(({ part }) => part.by))).toEqual(new Set(CAPABILITIES));
    expect(carried.filter(({ id }) => id === '9.2').map(({ part }) => part.by)).toEqual(
      expect.arrayContaining(['register', 'feeds', 'review', 'panorama', 'accounts']),
    );
    for (const capability of CAPABILITIES) {
      const [path] = PLACE_OF[capability].split('?');
      expect(PAGES.map(([, page]) => page)).toContain(path);
    }
  });
  it('leaves mere headings out of the count', () => {
    for (const row of rows().filter(
      (entry) => !countedSections(rows()).some(({ section }) => section === entry.section),
    ))
      expect(row.parts).toBeDefined();
  });
});

it('statementsOn finds a statement by the indicator and by its numbers', () => {
  const { pack } = book.baseline;
  const spoken = pack.indicators.filter((indicator) => statementsOn(pack, indicator).length > 0);
  expect(spoken.length).toBeGreaterThan(0);
  for (const indicator of spoken)
    for (const statement of statementsOn(pack, indicator)) {
      const names = [indicator.id, ...indicator.values.flatMap((value) => value.figures ?? [])];
      expect(names.some((name) => JSON.stringify(statement.claims).includes(`"${name}"`))).toBe(true);
    }
});

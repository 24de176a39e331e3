import { readPack } from '#files';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder } from '../../../../test/support/packs.ts';
import { figureText } from '../../figure/text.ts';
import { indicatorLines } from './indicator-lines.ts';
import { indicatorRows, matchingRows } from './indicator-rows.ts';

let book: FigureBook;
beforeAll(() => {
  book = openBook(readPack(exampleFolder).pack!);
});
const all = { q: '', topic: 'all', light: 'all', kind: 'all' } as const;
const scenario = () => book.baseline.pack.scenarios[0]!.id;
const cityRows = () => indicatorRows(book, book.baseline.pack.info.city, scenario());

describe('the list of indicators', () => {
  it('has every indicator of the pack for the city', () => {
    const { indicators, info } = book.baseline.pack;
    const ids = cityRows().filter(({ status }) => status.area === info.city);
    expect(new Set(ids.map(({ status }) => status.indicator.id))).toEqual(new Set(indicators.map(({ id }) => id)));
  });
  it('never shows a missing figure as a number', () => {
    for (const { status } of cityRows())
      if (status.latest !== undefined) expect(typeof status.latest.value).toBe('number');
  });
  it('is narrowed by words, topic and light', () => {
    const rows = cityRows();
    expect(matchingRows(rows, all)).toHaveLength(rows.length);
    const [first] = rows;
    const { label, topic } = first!.status.indicator;
    expect(matchingRows(rows, { ...all, q: label.en.toUpperCase() })).toContain(first);
    expect(matchingRows(rows, { ...all, topic }).every(({ status }) => status.indicator.topic === topic)).toBe(true);
    expect(matchingRows(rows, { ...all, light: 'none' }).every(({ hasTarget }) => !hasTarget)).toBe(true);
    expect(matchingRows(rows, { ...all, q: 'no such words' })).toEqual([]);
  });
});

it('lines of an indicator are one a kind, by year, and without the doubtful', () => {
  const { pack } = book.baseline;
  const labels = { observed: 'a', plan: 'b', forecast: 'c', projection: 'd' };
  for (const indicator of pack.indicators) {
    const lines = indicatorLines(book, indicator, pack.info.city, scenario(), labels, figureText.en);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    for (const { points } of lines) {
      const years = points.map(({ year }) => year);
      expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
    }
  }
});

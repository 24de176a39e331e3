import { sumCounts } from '#base';
import { readPack } from '#files';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import type { LabYears } from './lab.ts';
import type { Changes } from '#projection';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder } from '../../../../test/support/packs.ts';
import { assumptionRows } from './assumption-rows.ts';
import { KINDS } from './assumption-kinds.ts';
import { OWN, changesFor, closedYears, labYears, ownProjection, plausibleIn, referenceValue } from './lab.ts';

let book: FigureBook;
let years: LabYears;
beforeAll(() => {
  book = openBook(readPack(exampleFolder).pack!);
  years = labYears(book);
});

const referenceOf = (scenario: string) => book.projections.get(scenario)!;
const totals = (edits: Changes, scenario: string): number[] =>
  ownProjection(book, referenceOf(scenario), years, edits).projection.populations.map((counts) => sumCounts(counts));

describe('the laboratory', () => {
  it('takes its years from the data', () => {
    expect(years.anchor).toBeGreaterThanOrEqual(years.base);
    expect(years.handles.every((year) => year > years.anchor && year <= years.horizon)).toBe(true);
    expect(years.handles).toContain(years.horizon);
  });

  it('without edits is the reference', () => {
    expect(totals({}, 'medium')).toEqual(referenceOf('medium').populations.map((counts) => sumCounts(counts)));
  });

  it('uses exactly the values that were set, and leaves history alone', () => {
    const [first, second] = years.handles as [number, number];
    const { projection } = ownProjection(book, referenceOf('medium'), years, { fertility: { [second]: 2 } });
    expect(projection.used.get(second)!.fertility).toBe(2);
    expect(projection.used.get(first)!.fertility).toBeCloseTo(
      referenceValue(referenceOf('medium'), 'fertility', first),
    );
    for (let year = years.base + 1; year <= years.anchor; year++)
      expect(projection.used.get(year)!.fertility).toBeCloseTo(referenceOf('medium').used.get(year)!.fertility);
  });

  it('frees migration from totals when it is set, and starts from what the totals took', () => {
    const reference = referenceOf('plan');
    const { target } = closedYears(reference.used, years);
    expect(target.length).toBeGreaterThan(0);
    const last = years.horizon;
    const own = ownProjection(book, reference, years, { netMigration: { [last]: 1234 } });
    expect(closedYears(own.projection.used, years).target).toEqual([]);
    expect(own.projection.used.get(last)!.netMigration).toBeCloseTo(1234);
    const first = years.anchor + 1;
    expect(own.projection.used.get(first)!.netMigration).toBeCloseTo(reference.used.get(first)!.netMigration, 3);
  });

  it('gives no change for an assumption without edits', () => {
    expect(changesFor(referenceOf('medium'), years, { fertility: {} })).toEqual({});
  });

  it('tells figures of the own projection', () => {
    const own = ownProjection(book, referenceOf('medium'), years, { fertility: { [years.horizon]: 3 } });
    const figure = own.book.projected('resident-population', book.baseline.pack.info.city, years.horizon, OWN);
    expect(figure.status).toBe('projected');
    expect(figure.value).not.toEqual(
      book.projected('resident-population', book.baseline.pack.info.city, years.horizon, 'medium').value,
    );
  });

  it('finds the values of every scenario plausible', () => {
    for (const kind of KINDS) {
      for (const projection of book.projections.values()) {
        const value = referenceValue(projection, kind.id, years.horizon);
        const [low, high] = plausibleIn(book, kind, years.horizon);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }
    }
  });

  it('lists every assumption at every handle with status and source', () => {
    const reference = referenceOf('medium');
    const last = years.horizon;
    const edits = { fertility: { [last]: 1.8 } };
    const rows = assumptionRows(
      book.baseline.pack,
      reference,
      ownProjection(book, reference, years, edits).projection,
      years,
      edits,
    );
    expect(rows).toHaveLength(KINDS.length * years.handles.length);
    expect(rows.every(({ sources }) => sources.length > 0)).toBe(true);
    expect(rows.find(({ kind, year }) => kind.id === 'fertility' && year === last)).toMatchObject({
      origin: 'own',
      value: 1.8,
    });
  });
});

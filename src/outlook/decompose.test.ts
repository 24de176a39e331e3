import type { Missing } from '#base';
import { isMissing } from '#base';
import { openBook } from '#indicators';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWith } from '../../test/support/packs.ts';
import type { Decomposition, Side } from './decompose.ts';
import { FACTORS, decompose } from './decompose.ts';
import { ACCOUNTS, decomposeActual } from './decompose-actual.ts';

const { pack } = parseWith();
if (pack === undefined) throw new Error('the example pack has errors');
const book = openBook(pack);
const { baseline } = book;
const { city } = pack.info;
const county = baseline.counties[0]!;
const side = (id: string, changes: Side['changes'] = {}): Side => ({
  baseline,
  scenario: pack.scenarios.find((scenario) => scenario.id === id)!,
  changes,
});
const measure = { indicator: 'resident-population', area: pack.info.city, year: 2040 };

function known(result: Decomposition | Missing): Decomposition {
  if (isMissing(result)) throw new Error(result.missing);
  return result;
}
const total = ({ parts }: Decomposition): number => FACTORS.reduce((sum, factor) => sum + parts[factor], 0);

/** Sides of every kind: with and without totals, with changes of each assumption, with another base. */
const anySide = fc
  .record({
    id: fc.constantFrom(...pack.scenarios.map(({ id }) => id)),
    fertility: fc.option(fc.double({ min: 0.5, max: 3, noNaN: true })),
    lifeExpectancy: fc.option(fc.double({ min: 70, max: 90, noNaN: true })),
    netMigration: fc.option(fc.double({ min: -5000, max: 20_000, noNaN: true })),
    base: fc.constantFrom(1, 1.05),
  })
  .map(({ id, base, ...values }): Side => {
    const changes = Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, { 2030: value }]])),
    );
    const counts = baseline.base.counts.map((persons) => persons * base);
    return { ...side(id, changes), baseline: { ...baseline, base: { ...baseline.base, counts } } };
  });

describe('decompose', () => {
  it('adds up to the difference, for the city and a county, and turns its signs when the sides are exchanged', () => {
    fc.assert(
      fc.property(
        anySide,
        anySide,
        fc.constantFrom(pack.info.city, county),
        fc.constantFrom('resident-population', 'share-65-plus'),
        (a, b, area, indicator) => {
          const of = { indicator, area, year: 2035 };
          const there = known(decompose(a, b, of));
          const back = known(decompose(b, a, of));
          expect(Math.abs(total(there) - (there.to - there.from))).toBeLessThan(1e-6);
          for (const factor of FACTORS) expect(there.parts[factor] + back.parts[factor]).toBeCloseTo(0, 6);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gives a factor that is the same on both sides no part', () => {
    const onlyFertility = known(decompose(side('medium'), side('medium', { fertility: { 2030: 2 } }), measure));
    expect(onlyFertility.parts).toMatchObject({ base: 0, mortality: 0, migration: 0 });
    expect(onlyFertility.parts.fertility).toBeCloseTo(onlyFertility.to - onlyFertility.from, 9);
    const onlyMortality = known(decompose(side('medium'), side('medium', { lifeExpectancy: { 2040: 90 } }), measure));
    expect(onlyMortality.parts).toMatchObject({ base: 0, fertility: 0, migration: 0 });
  });

  it('lays on migration what a target’s total takes', () => {
    const target = known(decompose(side('zero-migration'), side('plan'), { ...measure, year: 2030 }));
    expect(target.to).toBeCloseTo(105, 6);
    expect(target.parts.migration).toBeGreaterThan(Math.abs(target.parts.fertility));
    expect(target.parts.fertility).toBeGreaterThan(0);
  });

  it('is missing where a projection cannot tell the figure', () => {
    expect(decompose(side('medium'), side('plan'), { ...measure, indicator: 'pension-coverage' })).toMatchObject({
      missing: 'no-formula',
    });
  });
});

/** An indicator of yearly events, as a file of a pack. */
const flows = (id: string, basis: string) => (): string =>
  `
id: ${id}
label: { zh: ${id}, en: ${id} }
topic: size
unit: persons
basis: resident
kind: none
better: none
formula: ${id}
values:
  - { at: 2021, role: observed, value: 9000, source: { doc: invented } }
  - { at: 2022, role: observed, value: 8000, basis: ${basis}, source: { doc: invented } }
`;

const withFlows = (basis: string): ReturnType<typeof decomposeActual> => {
  const parsed = parseWith({
    'indicators/births.yaml': flows('births', 'resident'),
    'indicators/deaths.yaml': flows('deaths', basis),
  });
  if (parsed.pack === undefined) throw new Error(JSON.stringify(parsed.problems));
  return decomposeActual(openBook(parsed.pack), 'zero-migration', city, 2022);
};

describe('decomposeActual', () => {
  it('is missing, with the reason, where births and deaths are not published', () => {
    const result = decomposeActual(book, 'zero-migration', pack.info.city, 2024);
    expect(result.difference).toBeCloseTo(1_002_000 - Number(result.projected), 3);
    expect(result.parts.births).toMatchObject({ missing: 'not-reported' });
    expect(result.parts.migration).toMatchObject({ missing: 'not-reported' });
  });

  it('accounts for the whole difference where they are, and refuses another basis', () => {
    const { parts, difference } = withFlows('resident');
    const sum = ACCOUNTS.reduce((all, account) => all + Number(parts[account]), 0);
    expect(sum).toBeCloseTo(Number(difference), 6);
    expect(Number(parts.migration)).not.toBe(0);
    expect(withFlows('registered').parts).toMatchObject({
      deaths: { what: 'deaths 2022, resident basis' },
      migration: { missing: 'not-reported' },
    });
    expect(Number(withFlows('registered').parts.births)).toBe(Number(parts.births));
  });
});

import { isMissing } from '#base';
import { readPack } from '#files';
import { openBook } from '#indicators';
import { describe, expect, it } from 'vitest';
import { luzhouFolder, parseWith } from '../../test/support/packs.ts';
import type { ConsistencyFinding } from './consistency.ts';
import { consistency } from './consistency.ts';
import { projectedFigure } from './projected-figure.ts';

const { pack: luzhou } = readPack(luzhouFolder);
const { pack: example } = parseWith();
if (luzhou === undefined || example === undefined) throw new Error('a pack has errors');
const book = openBook(luzhou);
const found = (report: ReturnType<typeof consistency>, id: string): ConsistencyFinding => {
  const finding = report.findings.find((entry) => entry.id === id);
  if (finding === undefined) throw new Error(`no finding ${id}`);
  return finding;
};

describe('consistency', () => {
  it('says what Luzhou’s targets take together', () => {
    const report = consistency(book);
    expect(report.held.map(({ indicator, target }) => [indicator.id, target.at, target.value])).toContainEqual([
      'total-fertility-rate',
      2030,
      1.6,
    ]);
    for (const id of ['migration-2025', 'migration-2030', 'migration-from-now', 'births-2030', 'urban-growth-2030'])
      expect([id, found(report, id).verdict]).toEqual([id, 'beyond-seen']);
    expect(found(report, 'target-natural-increase-rate-2030').verdict).toBe('conflicts');
    expect(found(report, 'forecast-share-65-plus-2027')).toMatchObject({ verdict: 'conflicts', stated: 20 });
    expect(found(report, 'target-share-60-plus-2030').verdict).toBe('not-computable');
  });

  it('agrees with the pack’s own scenario of the plan, which holds the same targets', () => {
    const report = consistency(book);
    const plan = luzhou.scenarios.find(({ id }) => id === 'plan')!;
    const share = projectedFigure(book.baseline, plan, {}, { indicator: 'share-65-plus', area: '510500', year: 2027 });
    expect(found(report, 'forecast-share-65-plus-2027').computed).toBeCloseTo(Number(share.value), 1);
  });

  it('finds that targets hold which a projection made', () => {
    const zero = example.scenarios.find(({ id }) => id === 'zero-migration')!;
    const population = { indicator: 'resident-population', area: example.info.city };
    const at = (year: number): number =>
      Number(projectedFigure(openBook(example).baseline, zero, {}, { ...population, year }).value);
    const { pack } = parseWith({
      'indicators/resident-population.yaml': (text) =>
        text.replace('value: 102\n', `value: ${at(2025)}\n`).replace('value: 105\n', `value: ${at(2030)}\n`),
    });
    const report = consistency(openBook(pack!));
    const needed = found(report, 'migration-2025');
    expect(Math.abs(Number(needed.computed))).toBeLessThan(2_000);
  });

  it('gives each finding an arithmetic, words in both languages and a source, for any pack', () => {
    for (const pack of [luzhou, example]) {
      const { findings } = consistency(openBook(pack));
      expect(findings.length).toBeGreaterThanOrEqual(4);
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      for (const { arithmetic, sentences, sources, computed, verdict } of findings) {
        expect(arithmetic).not.toMatch(/NaN|undefined/);
        expect(sentences.every(({ zh, en }) => zh !== '' && !/NaN|undefined/.test(zh + en))).toBe(true);
        expect(sources.length).toBeGreaterThan(0);
        if (isMissing(computed)) expect(verdict).toBe('not-computable');
      }
    }
  });

  it('asks nothing of a plan without targets', () => {
    const bare = {
      ...example,
      indicators: example.indicators.map((entry) => ({
        ...entry,
        values: entry.values.filter(({ role }) => role === 'observed'),
      })),
    };
    expect(consistency(openBook(bare))).toEqual({ held: [], findings: [] });
  });
});

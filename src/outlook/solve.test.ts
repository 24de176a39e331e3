import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import { describe, expect, it } from 'vitest';
import { parseWith } from '../../test/support/packs.ts';
import { UNKNOWNS, layCourse } from './course.ts';
import { plausibility, gradeOf } from './plausibility.ts';
import { projectedFigure } from './projected-figure.ts';
import type { Question } from './solve.ts';
import { solve, tradeOff } from './solve.ts';

const { pack } = parseWith();
if (pack === undefined) throw new Error('the example pack has errors');
const book: FigureBook = openBook(pack);
const { baseline } = book;
const { city } = pack.info;
const scenarioOf = (id: string): Question['scenario'] => pack.scenarios.find((scenario) => scenario.id === id)!;
const medium = scenarioOf('medium');
const population = { indicator: 'resident-population', area: city, year: 2035 };

describe('solve', () => {
  it('gives back the assumption that made the target, for every unknown and shape', () => {
    const known = { fertility: 1.9, netMigration: 7_000, lifeExpectancy: 83 } as const;
    for (const unknown of UNKNOWNS)
      for (const shape of ['constant', 'linear'] as const) {
        const course = { unknown, shape, from: 2026, to: population.year };
        const changes = layCourse(baseline, medium, {}, course).with(known[unknown]);
        const target = projectedFigure(baseline, medium, changes, population).value as number;
        const answer = solve(baseline, {
          scenario: medium,
          unknown,
          shape,
          from: 2026,
          aim: { ...population, target },
        });
        if (!answer.found) throw new Error(answer.words.en);
        expect(Math.abs(answer.value / known[unknown] - 1)).toBeLessThan(1e-5);
      }
  });

  it('carries its answer out to the target, and leaves the years before alone', () => {
    const answer = solve(baseline, { scenario: medium, aim: { ...population, target: 108 }, unknown: 'netMigration' });
    if (!answer.found) throw new Error(answer.words.en);
    expect(answer.from).toBe(2025);
    const reached = projectedFigure(baseline, medium, answer.changes, population).value as number;
    expect(Math.abs(reached / 108 - 1)).toBeLessThan(1e-7);
    for (const year of [2022, 2024]) {
      const before = { indicator: 'resident-population', area: city, year };
      expect(projectedFigure(baseline, medium, answer.changes, before).value).toBe(
        projectedFigure(baseline, medium, {}, before).value,
      );
    }
  });

  it('says why it has no answer, never a number', () => {
    const reason = (question: Partial<Question>): string => {
      const answer = solve(baseline, {
        scenario: medium,
        aim: { ...population, target: 120 },
        unknown: 'fertility',
        ...question,
      });
      expect(answer.words.zh.length).toBeGreaterThan(5);
      return answer.found ? `found ${answer.value}` : answer.reason;
    };
    expect(reason({ aim: { ...population, target: 1_000 } })).toBe('out-of-reach');
    expect(reason({ aim: { ...population, year: 2099, target: 120 } })).toBe('outside-years');
    expect(reason({ from: 2036 })).toBe('outside-years');
    expect(reason({ unknown: 'netMigration', from: 2023 })).toBe('totals-decide');
    expect(reason({ scenario: scenarioOf('plan'), aim: { ...population, year: 2030, target: 106 } })).toBe('no-effect');
    expect(reason({ aim: { indicator: 'pension-coverage', area: city, year: 2030, target: 99 } })).toBe(
      'not-projected',
    );
  });

  it('draws the trade-off of two assumptions: more children, fewer migrants, each point on the target', () => {
    const aim = { ...population, target: 105 };
    const curve = tradeOff(
      baseline,
      { scenario: medium, aim, unknown: 'netMigration' },
      { unknown: 'fertility', values: [1, 1.5, 2] },
    );
    const needed = curve.map(({ answer }) => {
      if (!answer.found) throw new Error(answer.words.en);
      expect(answer.reached).toBeCloseTo(105, 5);
      expect(projectedFigure(baseline, medium, answer.changes, population).value).toBeCloseTo(105, 5);
      return answer.value;
    });
    expect(needed).toEqual(needed.toSorted((a, b) => b - a));
    expect(() =>
      tradeOff(baseline, { scenario: medium, aim, unknown: 'fertility' }, { unknown: 'fertility', values: [1] }),
    ).toThrow('two different');
  });
});

describe('plausibility', () => {
  it('grades by the range seen', () => {
    expect(gradeOf(5, [1, 10])).toEqual({ grade: 'seen' });
    expect(gradeOf(20, [1, 10])).toEqual({ grade: 'beyond', factor: 2 });
    expect(gradeOf(0.5, [1, 10])).toEqual({ grade: 'beyond', factor: 0.5 });
    expect(gradeOf(-1, [1, 10])).toEqual({ grade: 'never-seen' });
    expect(gradeOf(1, [])).toEqual({ grade: 'never-seen' });
  });

  it('puts it in words with the figures and their sources', () => {
    const course = { unknown: 'netMigration', shape: 'constant', from: 2025, to: 2030 } as const;
    const decade = baseline.decadeMigration.reduce((a, b) => a + b, 0) / 10;
    expect(plausibility(baseline, course, decade).grade).toBe('seen');
    const far = plausibility(baseline, course, decade * 5);
    expect(far).toMatchObject({ grade: 'beyond' });
    expect(far.factor).toBeCloseTo(5, 6);
    expect(far.sentences[0]!.zh).toContain('5倍');
    expect(far.seen.every(({ source }) => 'doc' in source)).toBe(true);
    expect(plausibility(baseline, { ...course, unknown: 'lifeExpectancy', shape: 'linear' }, 78.6).grade).toBe('seen');
    expect(plausibility(baseline, { ...course, unknown: 'lifeExpectancy', shape: 'linear' }, 70).grade).toBe(
      'never-seen',
    );
  });
});

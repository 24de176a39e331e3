import { describe, expect, it } from 'vitest';
import type { LineSeries } from './lines.ts';
import { drawnPoints, lineStyles, readYear, valueAxis, yearDomain } from './lines.ts';

const line = (
  kind: LineSeries['kind'],
  points: readonly (readonly [number, number | null])[],
  id = kind as string,
): LineSeries => ({
  id,
  label: id,
  kind,
  points: points.map(([year, value]) => ({
    year,
    value,
    status: kind === 'plan' ? 'target' : kind === 'projection' ? 'projected' : 'observed',
  })),
});

describe('drawnPoints', () => {
  it('breaks an observed line where years are skipped', () => {
    expect(
      drawnPoints(
        line('observed', [
          [2010, 1],
          [2020, 2],
          [2021, 3],
        ]),
      ),
    ).toEqual([
      [2010, 1],
      [2011, null],
      [2020, 2],
      [2021, 3],
    ]);
  });
  it('keeps known gaps', () => {
    expect(
      drawnPoints(
        line('observed', [
          [2020, 1],
          [2021, null],
          [2022, 2],
        ]),
      ),
    ).toEqual([
      [2020, 1],
      [2021, null],
      [2022, 2],
    ]);
  });
  it("joins a plan's values over the years between", () => {
    expect(
      drawnPoints(
        line('plan', [
          [2020, 1],
          [2025, 2],
        ]),
      ),
    ).toEqual([
      [2020, 1],
      [2025, 2],
    ]);
  });
});

describe('lineStyles', () => {
  it('tells kinds apart without colour, and projections from each other', () => {
    const styles = lineStyles([
      line('observed', []),
      line('plan', []),
      line('projection', [], 'a'),
      line('projection', [], 'b'),
    ]);
    expect(styles.map((style) => style.symbol)).toEqual(['circle', 'diamond', 'none', 'none']);
    expect(new Set(styles.map((style) => String(style.dash))).size).toBe(4);
    expect(new Set(styles.map((style) => style.colour)).size).toBe(4);
  });
  it('keeps the colour of a kind whatever else is drawn', () => {
    const [observed, plan, projection] = lineStyles([line('observed', []), line('plan', []), line('projection', [])]);
    expect(lineStyles([line('observed', []), line('projection', [])])).toEqual([observed, projection]);
    expect(lineStyles([line('plan', [])])).toEqual([plan]);
  });
  it('gives lines of a group one colour', () => {
    const styles = lineStyles([
      { ...line('observed', []), group: 'x' },
      { ...line('projection', []), group: 'x' },
      { ...line('observed', [], 'other'), group: 'y' },
    ]);
    expect(styles[0]!.colour).toBe(styles[1]!.colour);
    expect(styles[2]!.colour).not.toBe(styles[0]!.colour);
  });
});

describe('readYear', () => {
  const plan = line('plan', [
    [2020, 425],
    [2025, 465],
  ]);
  it("reads the plan's path between its values, and says so", () => {
    expect(readYear([plan], 2024)).toEqual([{ series: plan, year: 2024, value: 457, status: 'between' }]);
    expect(readYear([plan], 2025)[0]!.status).toBe('target');
  });
  it('says nothing where the path knows only its own years, or outside it', () => {
    expect(readYear([{ ...plan, join: 'none' }], 2024)).toEqual([]);
    expect(readYear([plan], 2031)).toEqual([]);
  });
  it('never fills an observed gap', () => {
    expect(
      readYear(
        [
          line('observed', [
            [2010, 1],
            [2012, 2],
          ]),
        ],
        2011,
      ),
    ).toEqual([]);
  });
});

describe('valueAxis', () => {
  it('starts at 0 where the values spread widely', () => {
    expect(valueAxis([2, 9])).toEqual({ from: 0, to: 10, step: 2, fromZero: true });
  });
  it('is cut, and says so, where they do not', () => {
    const axis = valueAxis([425.4, 427.1, 500]);
    expect(axis.fromZero).toBe(false);
    expect(axis.from).toBeLessThanOrEqual(425.4);
    expect(axis.to).toBeGreaterThanOrEqual(500);
  });
  it('does not blow up a flat line', () => {
    const axis = valueAxis([100, 100.01]);
    expect(axis.to - axis.from).toBeGreaterThanOrEqual(2);
  });
  it('holds negative, equal and no values', () => {
    expect(valueAxis([-3, 4])).toMatchObject({ fromZero: true });
    expect(valueAxis([-3, 4]).from).toBeLessThanOrEqual(-3);
    expect(valueAxis([0, 0])).toMatchObject({ from: 0, to: 1 });
    expect(valueAxis([])).toMatchObject({ from: 0, to: 1 });
    expect(valueAxis([-5, -5]).from).toBeLessThanOrEqual(-5);
  });
});

it('yearDomain holds single years and nothing', () => {
  expect(yearDomain([line('observed', [[2020, 1]])])).toEqual([2019, 2021]);
  expect(yearDomain([])).toEqual([0, 1]);
});

import { AGES, AREA_CELLS } from '#base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { churnBetween, estimateFlows, fitToMargins } from './flow-estimation.ts';
import type { MigrationControl, StandingFlows } from './flows.ts';
import { migrateBy } from './flows.ts';
import { rogersCastro } from './migration-schedule.ts';
import type { MigrationFlows } from './step.ts';

const AREAS = 3;
const CELLS = AREAS * AREA_CELLS;
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const none = new Map<number, number>();
const churn = churnBetween([200, 100, 50], [300, 80, 40], [50_000, 40_000, 30_000]);

const flowsFrom = (net: Float64Array, exposure = new Float64Array(CELLS).fill(900)): StandingFlows =>
  estimateFlows({ net, exposure, churn, model: rogersCastro(), settlementByArea: [0.5, 0.3, 0.2] });

const moved = (
  flows: StandingFlows,
  expected: Float64Array,
  intensity: number,
  control: MigrationControl,
  areaTotals: ReadonlyMap<number, number> = none,
): MigrationFlows => {
  const result = {
    arrivals: new Float64Array(CELLS),
    departures: new Float64Array(CELLS),
    cut: new Float64Array(AREAS),
  };
  migrateBy(flows, { intensity: [intensity, intensity, intensity], control, areaTotals })(expected, result);
  return result;
};
const netOf = ({ arrivals, departures }: MigrationFlows, area?: number): number => {
  const range = area === undefined ? [] : [area * AREA_CELLS, (area + 1) * AREA_CELLS];
  return sum(arrivals.subarray(...range)) - sum(departures.subarray(...range));
};

const anyNet = fc
  .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: CELLS, maxLength: CELLS })
  .map((values) => Float64Array.from(values));

/** Five places with nobody moving from one to itself. */
const hollow = (values: readonly number[]): Float64Array =>
  Float64Array.from(values, (value, i) => (i % 6 === 0 ? 0 : value));

describe('fitting a table to its margins', () => {
  it('meets both margins, keeps zeros and stays non-negative', () => {
    const cellsOf = fc.array(fc.double({ min: 1, max: 50, noNaN: true }), { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(cellsOf, cellsOf, (prior, truth) => {
        const aim = hollow(truth);
        const rows = [0, 1, 2, 3, 4].map((i) => sum(aim.subarray(i * 5, i * 5 + 5)));
        const columns = [0, 1, 2, 3, 4].map((j) => sum([0, 1, 2, 3, 4].map((i) => aim[i * 5 + j]!)));
        const table = fitToMargins(hollow(prior), rows, columns);
        for (let i = 0; i < 5; i++) {
          expect(table[i * 6]).toBe(0);
          expect(sum(table.subarray(i * 5, i * 5 + 5))).toBeCloseTo(rows[i]!, 8);
          expect(sum([0, 1, 2, 3, 4].map((row) => table[row * 5 + i]!))).toBeCloseTo(columns[i]!, 8);
        }
        expect(Math.min(...table)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('origin-destination flows', () => {
  it('give back, on the persons they were estimated from, the net of every cell', () => {
    fc.assert(
      fc.property(anyNet, (net) => {
        const exposure = new Float64Array(CELLS).fill(900);
        const { arrivals, departures } = moved(flowsFrom(net, exposure), exposure, 1, { net: sum(net) });
        const worst = net.reduce(
          (most, persons, i) => Math.max(most, Math.abs(arrivals[i]! - departures[i]! - persons)),
          0,
        );
        expect(worst).toBeLessThan(1e-6);
      }),
      { numRuns: 20 },
    );
  });

  it('let nobody appear or vanish between the areas, nor move from an area to itself', () => {
    fc.assert(
      fc.property(anyNet, (net) => {
        const flows = flowsFrom(net);
        const closedIn: StandingFlows = {
          ...flows,
          exits: new Float64Array(CELLS),
          entries: new Float64Array(CELLS),
          leaving: flows.leaving.map((all, i) => all - flows.exits[i]!),
        };
        const expected = Float64Array.from({ length: CELLS }, (_, i) => 100 + (i % 17) * 50);
        const result = moved(closedIn, expected, 1, { net: 0 });
        for (let i = 0; i < AREA_CELLS; i++) {
          const over = (values: Float64Array): number => sum([0, 1, 2].map((area) => values[area * AREA_CELLS + i]!));
          expect(Math.abs(over(result.arrivals) - over(result.departures))).toBeLessThan(1e-6);
        }
        for (let at = 0; at < flows.moves.length; at++)
          if (at % AREAS === Math.floor(at / AREAS) % AREAS) expect(flows.moves[at]).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('move nobody at intensity 0 where no net is asked for', () => {
    const { arrivals, departures } = moved(
      flowsFrom(new Float64Array(CELLS).fill(-20)),
      new Float64Array(CELLS).fill(500),
      0,
      { net: 0 },
    );
    expect(sum(arrivals) + sum(departures)).toBe(0);
  });

  it('are held to a control: a net number, a total, totals of single areas', () => {
    fc.assert(
      fc.property(
        anyNet,
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        fc.double({ min: -5000, max: 50_000, noNaN: true }),
        (net, intensity, target) => {
          const flows = flowsFrom(net);
          const expected = new Float64Array(CELLS).fill(1000);
          expect(Math.abs(netOf(moved(flows, expected, intensity, { net: target })) - target)).toBeLessThan(1e-6);
          const own = new Map([[1, 1000 * AREA_CELLS + 77]]);
          const closed = moved(flows, expected, intensity, { total: sum(expected) + target }, own);
          expect(Math.abs(netOf(closed) - target)).toBeLessThan(1e-6);
          expect(Math.abs(netOf(closed, 1) - 77)).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('stay bounded where more are asked to leave than are there, and say how many were cut', () => {
    const expected = Float64Array.from({ length: CELLS }, (_, i) => (i % AGES === 30 ? 0 : 10));
    const flows = flowsFrom(new Float64Array(CELLS).fill(-800));
    const standing = moved(flows, expected, 4, { net: 0 });
    standing.departures.forEach((persons, i) => expect(persons).toBeLessThanOrEqual(expected[i]! + 1e-9));
    expect(Math.min(...standing.cut)).toBeGreaterThan(0);
    const asked = moved(flows, expected, 0, { net: -3 * sum(expected) });
    expect(sum(asked.departures) + sum(asked.cut)).toBeCloseTo(3 * sum(expected), 6);
  });

  it('take the place of an area alone: everybody who moves crosses its border', () => {
    const net = new Float64Array(AREA_CELLS).fill(-3);
    const flows = estimateFlows({
      net,
      exposure: new Float64Array(AREA_CELLS).fill(500),
      churn: churnBetween([10], [90], [101_000]),
      model: rogersCastro(),
      settlementByArea: [1],
    });
    expect(sum(flows.moves)).toBe(0);
    expect(sum(flows.entries) - sum(flows.exits) * 500).toBeCloseTo(sum(net), 6);
    expect(sum(flows.entries)).toBeCloseTo(90, 6);
  });
});

import { AGES, AREA_CELLS } from '#base';
import type { Migrate } from './step.ts';

/**
 * A standing pattern of net migration by area, sex and age: numbers a year where people arrive, rates where they leave,
 * so that an emptying cohort sends ever fewer and never more than it has.
 */
export interface MigrationPattern {
  /** Net arrivals a year, persons (0 where people leave). */
  readonly arrivals: Float64Array;
  /** Net departures a year per person expected there (0 where people arrive), 0..1. */
  readonly departures: Float64Array;
  /** Where people from outside settle: shares over all cells, sum 1. */
  readonly settlement: Float64Array;
  /** Propensity to leave by age, 0..100: how a general outflow is spread over those present. */
  readonly propensity: Float64Array;
}

/** How many move in a year: net migration of all areas together, or the population they are to have at its end. */
export type MigrationControl = { readonly net: number } | { readonly total: number };

/**
 * Net migrants of a year: the pattern at an intensity (1 = as observed), and the rest that the control asks for, settled by
 * the settlement shares if positive, taken from those present by propensity if negative. Areas whose own population at the year's end is
 * given (`areaTotals`, by index) are closed first; the others share what is left.
 */
export function redistribute(
  pattern: MigrationPattern,
  intensity: number,
  control: MigrationControl,
  areaTotals: ReadonlyMap<number, number> = new Map(),
): Migrate {
  return (expected, migrants) => {
    const areas = Array.from({ length: expected.length / AREA_CELLS }, (_, area) => area);
    const stock = areas.map(() => 0);
    const moved = areas.map(() => 0);
    for (let i = 0; i < expected.length; i++) {
      const area = Math.floor(i / AREA_CELLS);
      const net = intensity * (pattern.arrivals[i]! - pattern.departures[i]! * expected[i]!);
      migrants[i] = net;
      moved[area]! += net;
      stock[area]! += expected[i]!;
    }
    let rest = ('net' in control ? control.net : control.total - sum(stock)) - sum(moved);
    for (const [area, total] of areaTotals) {
      const own = total - stock[area]! - moved[area]!;
      settle(pattern, own, [area], expected, migrants);
      rest -= own;
    }
    settle(
      pattern,
      rest,
      areas.filter((area) => !areaTotals.has(area)),
      expected,
      migrants,
    );
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Adds net migrants to the cells of some areas: arrivals by settlement shares, departures by propensity among those present. */
function settle(
  pattern: MigrationPattern,
  net: number,
  areas: readonly number[],
  expected: Float64Array,
  migrants: Float64Array,
): void {
  const weightOf = (i: number): number =>
    net >= 0 ? pattern.settlement[i]! : pattern.propensity[i % AGES]! * expected[i]!;
  let weight = 0;
  for (const area of areas) for (let i = area * AREA_CELLS; i < (area + 1) * AREA_CELLS; i++) weight += weightOf(i);
  if (weight <= 0) return;
  for (const area of areas)
    for (let i = area * AREA_CELLS; i < (area + 1) * AREA_CELLS; i++) migrants[i]! += (net * weightOf(i)) / weight;
}

/**
 * Pattern from a year's net migrants by area, sex and age and the persons exposed to it; where more left than
 * were exposed, everybody leaves. `settlementByArea` shares sum to 1; `model` is a schedule over ages that sums to 1.
 */
export function migrationPattern(
  annual: Float64Array,
  exposure: Float64Array,
  settlementByArea: readonly number[],
  model: Float64Array,
): MigrationPattern {
  const departures = annual.map((net, i) => (net < 0 ? Math.min(1, -net / Math.max(exposure[i]!, -net, 1e-9)) : 0));
  return {
    arrivals: annual.map((net) => Math.max(0, net)),
    departures,
    settlement: Float64Array.from(
      { length: annual.length },
      (_, i) => (settlementByArea[Math.floor(i / AREA_CELLS)]! * model[i % AGES]!) / 2,
    ),
    propensity: model,
  };
}

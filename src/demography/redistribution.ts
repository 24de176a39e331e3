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
 * the settlement shares if positive, taken from those present by propensity if negative.
 */
export function redistribute(pattern: MigrationPattern, intensity: number, control: MigrationControl): Migrate {
  return (expected, migrants) => {
    let moved = 0;
    let stock = 0;
    for (let i = 0; i < expected.length; i++) {
      const net = intensity * (pattern.arrivals[i]! - pattern.departures[i]! * expected[i]!);
      migrants[i] = net;
      moved += net;
      stock += expected[i]!;
    }
    const rest = ('net' in control ? control.net : control.total - stock) - moved;
    if (rest >= 0) {
      for (let i = 0; i < expected.length; i++) migrants[i]! += rest * pattern.settlement[i]!;
      return;
    }
    let weight = 0;
    for (let i = 0; i < expected.length; i++) weight += pattern.propensity[i % AGES]! * expected[i]!;
    if (weight <= 0) return;
    for (let i = 0; i < expected.length; i++)
      migrants[i]! += (rest * pattern.propensity[i % AGES]! * expected[i]!) / weight;
  };
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

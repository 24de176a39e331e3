import { SEXES } from '#base';
import type { Migrate, MigrationFlows } from './step.ts';

/**
 * Standing origin-destination migration of a year. People leave by probabilities of those expected in a cell at the year's end, so that an
 * emptying cohort sends ever fewer; the outside sends numbers. Arrays are by area, sex and age at the end of the year.
 */
export interface StandingFlows {
  /** Probability of moving to each other area: destinations x cells x origins; 0 from an area to itself. */
  readonly moves: Float64Array;
  /** Probability of leaving for the outside. */
  readonly exits: Float64Array;
  /** All of a cell's probabilities together. */
  readonly leaving: Float64Array;
  /** Persons a year from outside. */
  readonly entries: Float64Array;
  /** Where further people from outside settle: shares over all cells, sum 1. */
  readonly settlement: Float64Array;
  /** Relative propensity to leave by age: how a further outflow is spread over those present. */
  readonly propensity: Float64Array;
}

/** How many move in a year: net migration of all areas together, or the population they are to have at its end. */
export type MigrationControl = { readonly net: number } | { readonly total: number };

/** Migration of one year. It is read at each call, so that one object may serve many years. */
export interface YearMigration {
  /** Strength of the standing flows by area of origin (from outside: of destination); 1 as estimated, 0 none. */
  readonly intensity: ArrayLike<number>;
  readonly control: MigrationControl;
  /** Areas (by index) whose own population at the year's end is given. */
  readonly areaTotals: ReadonlyMap<number, number>;
}

/**
 * Moves of a year: the standing flows, then the rest that the control asks for, which settles from outside by the settlement shares
 * if positive and leaves for the outside by propensity, among those still present, if negative. Areas with totals of their own are closed first; the
 * others share what is left. Nobody leaves twice: where probabilities exceed 1 all leave, and the excess is cut.
 */
export function migrateBy(flows: StandingFlows, year: YearMigration): Migrate {
  const areas = Math.round(flows.moves.length / flows.exits.length);
  const cells = flows.exits.length / areas;
  const movers = new Float64Array(flows.exits.length);
  /** Weight of each area in settling the rest. */
  const weights = new Float64Array(areas);

  return (expected, result) => {
    const { control, areaTotals } = year;
    const held = 'total' in control;
    depart(flows, year.intensity, expected, result, movers);
    arrive(flows, year.intensity, result, movers);
    let rest = held ? control.total : control.net;
    let open = 0;
    for (let area = 0; area < areas; area++) {
      const moved = total(result.arrivals, area, cells) - total(result.departures, area, cells);
      const own = areaTotals.get(area);
      const stock = held || own !== undefined ? total(expected, area, cells) : 0;
      rest -= held ? stock + moved : moved;
      if (own === undefined) open++;
      else {
        const asked = own - stock - moved;
        rest -= asked;
        settle(flows, area, asked, weightOf(flows, area, asked, expected, result), expected, result);
      }
    }
    if (rest === 0 || open === 0) return;
    let all = 0;
    for (let area = 0; area < areas; area++) {
      weights[area] = areaTotals.has(area) ? 0 : weightOf(flows, area, rest, expected, result);
      all += weights[area]!;
    }
    for (let area = 0; area < areas; area++) {
      if (areaTotals.has(area)) continue;
      const weight = weights[area]!;
      settle(flows, area, rest * (all > 0 ? weight / all : 1 / open), weight, expected, result);
    }
  };
}

/** Lets people go by the standing flows. `movers`: cells x origins, persons times intensity, as the moves to each area take them. */
function depart(
  { leaving }: StandingFlows,
  intensity: ArrayLike<number>,
  expected: Float64Array,
  { departures, cut }: MigrationFlows,
  movers: Float64Array,
): void {
  const areas = cut.length;
  const cells = leaving.length / areas;
  for (let area = 0; area < areas; area++) {
    const strength = intensity[area]!;
    let excess = 0;
    for (let i = area * cells, at = area; i < (area + 1) * cells; i++, at += areas) {
      const asked = strength * leaving[i]!;
      const present = expected[i]!;
      if (asked > 1) excess += (asked - 1) * present;
      const moving = asked > 1 ? present / leaving[i]! : strength * present;
      movers[at] = moving;
      departures[i] = leaving[i]! * moving;
    }
    cut[area]! += excess;
  }
}

/**
 * Lets those who left for other areas and those from outside arrive. The innermost loop of a projection: two cells at a time (there are two sexes, so
 * cells are even) keep the processor busy.
 */
function arrive(
  { moves, entries }: StandingFlows,
  intensity: ArrayLike<number>,
  { arrivals, cut }: MigrationFlows,
  movers: Float64Array,
): void {
  const areas = cut.length;
  const cells = entries.length / areas;
  for (let i = 0, from = 0; i < entries.length; i += 2, from += areas) {
    const end = from + areas;
    let moved = 0;
    let movedNext = 0;
    for (let mover = (i % cells) * areas; from < end; from++, mover++) {
      moved += moves[from]! * movers[mover]!;
      movedNext += moves[from + areas]! * movers[mover + areas]!;
    }
    const strength = intensity[(i / cells) | 0]!;
    arrivals[i] = strength * entries[i]! + moved;
    arrivals[i + 1] = strength * entries[i + 1]! + movedNext;
  }
}

/** What an area weighs where net migrants are shared out: its settlement share, or those present by their propensity to leave. */
function weightOf(
  { settlement, propensity }: StandingFlows,
  area: number,
  net: number,
  expected: Float64Array,
  { departures }: MigrationFlows,
): number {
  const cells = SEXES.length * propensity.length;
  if (net > 0) return total(settlement, area, cells);
  let sum = 0;
  for (let i = area * cells, age = 0; i < (area + 1) * cells; i++, age++) {
    if (age === propensity.length) age = 0;
    sum += propensity[age]! * Math.max(0, expected[i]! - departures[i]!);
  }
  return sum;
}

/** Adds net migrants of an area of some weight: from outside by settlement shares, to the outside by propensity among those present. */
function settle(
  { settlement, propensity }: StandingFlows,
  area: number,
  net: number,
  weight: number,
  expected: Float64Array,
  { arrivals, departures, cut }: MigrationFlows,
): void {
  const cells = SEXES.length * propensity.length;
  const each = weight > 0 ? Math.abs(net) / weight : 0;
  if (net > 0) {
    for (let i = area * cells; i < (area + 1) * cells; i++) arrivals[i]! += each * settlement[i]!;
    return;
  }
  let excess = weight > 0 ? 0 : -net;
  for (let i = area * cells, age = 0; i < (area + 1) * cells; i++, age++) {
    if (age === propensity.length) age = 0;
    const asked = each * propensity[age]!;
    const present = Math.max(0, expected[i]! - departures[i]!);
    departures[i]! += Math.min(1, asked) * present;
    if (asked > 1) excess += (asked - 1) * present;
  }
  cut[area]! += excess;
}

function total(values: Float64Array, area: number, cells: number): number {
  let sum = 0;
  for (let i = area * cells; i < (area + 1) * cells; i++) sum += values[i]!;
  return sum;
}

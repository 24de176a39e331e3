import { SEXES } from '#base';
import type { Migrate, MigrationFlows } from './step.ts';

/**
 * Standing origin-destination migration of a year. People leave by probabilities of those expected in a cell at the year's end, so that an
 * emptying cohort sends ever fewer; the outside sends numbers. Arrays are by area, sex and age at the end of the year.
 */
export interface StandingFlows {
  /** Probability of moving to each other area: cells x destinations x origins; 0 from an area to itself. */
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
  const pull = new Float64Array(flows.exits.length);
  const peak = Math.max(...flows.propensity);
  /** Standing flows' net of each area, and its weight in settling the rest. */
  const net = new Float64Array(areas);
  const weights = new Float64Array(areas);

  return (expected, result) => {
    const { control, areaTotals } = year;
    const held = 'total' in control;
    depart(flows, year.intensity, expected, result, movers, net);
    arrive(flows, year.intensity, result, movers, net);
    let rest = held ? control.total : control.net;
    let open = 0;
    for (let area = 0; area < areas; area++) {
      const moved = net[area]!;
      const own = areaTotals.get(area);
      const stock = held || own !== undefined ? total(expected, area, cells) : 0;
      rest -= held ? stock + moved : moved;
      if (own === undefined) open++;
      else {
        const asked = own - stock - moved;
        rest -= asked;
        settle(flows, area, asked, weigh(flows, area, asked > 0, expected, result, pull), result, pull, peak);
      }
    }
    if (rest === 0 || open === 0) return;
    let all = 0;
    for (let area = 0; area < areas; area++) {
      weights[area] = areaTotals.has(area) ? 0 : weigh(flows, area, rest > 0, expected, result, pull);
      all += weights[area]!;
    }
    for (let area = 0; area < areas; area++) {
      if (areaTotals.has(area)) continue;
      const weight = weights[area]!;
      settle(flows, area, rest * (all > 0 ? weight / all : 1 / open), weight, result, pull, peak);
    }
  };
}

/**
 * Lets people go by the standing flows. `movers`: cells x origins, persons times intensity, as the moves to each area take them; `net`: those
 * who left each area, negative.
 */
function depart(
  { leaving }: StandingFlows,
  intensity: ArrayLike<number>,
  expected: Float64Array,
  { departures, cut }: MigrationFlows,
  movers: Float64Array,
  net: Float64Array,
): void {
  const areas = net.length;
  const cells = leaving.length / areas;
  for (let area = 0; area < areas; area++) {
    const strength = intensity[area]!;
    let excess = 0;
    let left = 0;
    for (let i = area * cells, at = area; i < (area + 1) * cells; i++, at += areas) {
      const all = leaving[i]!;
      const present = expected[i]!;
      const asked = strength * all;
      const moving = asked > 1 ? present / all : strength * present;
      if (asked > 1) excess += (asked - 1) * present;
      movers[at] = moving;
      departures[i] = all * moving;
      left += all * moving;
    }
    cut[area]! += excess;
    net[area] = -left;
  }
}

/**
 * Lets those who left for other areas and those from outside arrive; adds them to `net`. The innermost loop of a projection: two destinations at a time
 * take the movers of a cell.
 */
function arrive(
  { moves, entries }: StandingFlows,
  intensity: ArrayLike<number>,
  { arrivals }: MigrationFlows,
  movers: Float64Array,
  net: Float64Array,
): void {
  const areas = net.length;
  const cells = entries.length / areas;
  for (let i = 0, from = 0; i < cells; i++) {
    const first = i * areas;
    for (let to = 0; to < areas; to += 2, from += 2 * areas) {
      // An odd last destination is worked out twice and written once.
      const second = to + 1 < areas ? from + areas : from;
      let one = 0;
      let two = 0;
      for (let origin = 0; origin < areas; origin++) {
        const persons = movers[first + origin]!;
        one += moves[from + origin]! * persons;
        two += moves[second + origin]! * persons;
      }
      one += intensity[to]! * entries[to * cells + i]!;
      arrivals[to * cells + i] = one;
      net[to]! += one;
      if (second === from) continue;
      two += intensity[to + 1]! * entries[(to + 1) * cells + i]!;
      arrivals[(to + 1) * cells + i] = two;
      net[to + 1]! += two;
    }
    if (areas % 2 === 1) from -= areas;
  }
}

/**
 * How a further net migration is laid over an area's cells, into `pull`: settlement shares, or those present by their propensity to leave. Returns
 * the sum.
 */
function weigh(
  { settlement, propensity }: StandingFlows,
  area: number,
  inward: boolean,
  expected: Float64Array,
  { departures }: MigrationFlows,
  pull: Float64Array,
): number {
  const ages = propensity.length;
  let sum = 0;
  for (let block = area * SEXES.length * ages, sex = 0; sex < SEXES.length; sex++, block += ages)
    for (let age = 0, i = block; age < ages; age++, i++) {
      const present = expected[i]! - departures[i]!;
      const weight = inward ? settlement[i]! : present > 0 ? propensity[age]! * present : 0;
      pull[i] = weight;
      sum += weight;
    }
  return sum;
}

/** Adds net migrants of an area as `pull` has them, of the sum `weight`: from outside, or to the outside among those present. `peak` is the highest propensity. */
function settle(
  { propensity }: StandingFlows,
  area: number,
  net: number,
  weight: number,
  { arrivals, departures, cut }: MigrationFlows,
  pull: Float64Array,
  peak: number,
): void {
  const start = area * SEXES.length * propensity.length;
  const end = start + SEXES.length * propensity.length;
  if (weight <= 0) {
    if (net < 0) cut[area]! -= net;
    return;
  }
  const each = Math.abs(net) / weight;
  if (net > 0) for (let i = start; i < end; i++) arrivals[i]! += each * pull[i]!;
  else if (each * peak <= 1) for (let i = start; i < end; i++) departures[i]! += each * pull[i]!;
  else
    for (let i = start; i < end; i++) {
      const rate = propensity[(i - start) % propensity.length]!;
      const asked = each * pull[i]!;
      const going = each * rate > 1 ? pull[i]! / rate : asked;
      departures[i]! += going;
      cut[area]! += asked - going;
    }
}

function total(values: Float64Array, area: number, cells: number): number {
  let sum = 0;
  for (let i = area * cells; i < (area + 1) * cells; i++) sum += values[i]!;
  return sum;
}

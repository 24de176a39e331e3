import type { Migrate, MigrationFlows } from './step.ts';

/**
 * Standing origin-destination migration of a year. People leave by probabilities of those expected in a cell at the year's end, so that an
 * emptying cohort sends ever fewer; the outside sends numbers. Arrays are by area, sex and age at the end of the year.
 */
export interface StandingFlows {
  /** Probability of moving to each other area: origins x destinations x cells; 0 from an area to itself. */
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
  const movers = new Float64Array(cells);
  const settlementOf = new Float64Array(areas);
  flows.settlement.forEach((share, i) => (settlementOf[Math.floor(i / cells)]! += share));
  const needed = new Float64Array(areas);
  const open: number[] = [];

  return (expected, result) => {
    const { control, areaTotals } = year;
    for (let area = 0; area < areas; area++) standing(flows, area, year.intensity[area]!, expected, result, movers);
    let rest = 'net' in control ? control.net : control.total;
    open.length = 0;
    for (let area = 0; area < areas; area++) {
      let stock = 0;
      let moved = 0;
      for (let i = area * cells; i < (area + 1) * cells; i++) {
        stock += expected[i]!;
        moved += result.arrivals[i]! - result.departures[i]!;
      }
      rest -= 'net' in control ? moved : stock + moved;
      const total = areaTotals.get(area);
      const own = total === undefined ? 0 : total - stock - moved;
      if (total === undefined) open.push(area);
      needed[area] = own;
      rest -= own;
    }
    for (const area of areaTotals.keys()) settle(area, needed[area]!, expected, result);
    if (rest === 0 || open.length === 0) return;
    const weightOf = (area: number): number => (rest > 0 ? settlementOf[area]! : leavers(area, expected, result));
    let weight = 0;
    for (const area of open) weight += needed[area] = weightOf(area);
    if (weight > 0) for (const area of open) settle(area, (rest * needed[area]!) / weight, expected, result);
  };

  /** Those present in an area, weighted by their propensity to leave. */
  function leavers(area: number, expected: Float64Array, { departures }: MigrationFlows): number {
    const { propensity } = flows;
    const ages = propensity.length;
    let sum = 0;
    for (let block = area * cells; block < (area + 1) * cells; block += ages)
      for (let age = 0; age < ages; age++)
        sum += propensity[age]! * Math.max(0, expected[block + age]! - departures[block + age]!);
    return sum;
  }

  /** Adds net migrants of an area: from outside by settlement shares, to the outside by propensity among those present. */
  function settle(area: number, net: number, expected: Float64Array, result: MigrationFlows): void {
    const { settlement, propensity } = flows;
    const ages = propensity.length;
    const weight = net > 0 ? settlementOf[area]! : leavers(area, expected, result);
    const each = weight > 0 ? Math.abs(net) / weight : 0;
    if (net > 0) for (let i = area * cells; i < (area + 1) * cells; i++) result.arrivals[i]! += each * settlement[i]!;
    else
      for (let i = area * cells; i < (area + 1) * cells; i++) {
        const asked = each * propensity[i % ages]!;
        const present = Math.max(0, expected[i]! - result.departures[i]!);
        result.departures[i]! += Math.min(1, asked) * present;
        if (asked > 1) result.cut[area]! += (asked - 1) * present;
      }
  }
}

/** Moves the people of one area by the standing flows, and lets those from outside in. */
function standing(
  { moves, leaving, entries }: StandingFlows,
  area: number,
  intensity: number,
  expected: Float64Array,
  { arrivals, departures, cut }: MigrationFlows,
  movers: Float64Array,
): void {
  if (intensity === 0) return;
  const cells = movers.length;
  const areas = leaving.length / cells;
  const start = area * cells;
  for (let i = 0; i < cells; i++) {
    const all = leaving[start + i]!;
    const asked = intensity * all;
    const present = expected[start + i]!;
    const strength = asked > 1 ? 1 / all : intensity;
    if (asked > 1) cut[area]! += (asked - 1) * present;
    movers[i] = strength * present;
    departures[start + i]! += all * movers[i]!;
    arrivals[start + i]! += intensity * entries[start + i]!;
  }
  for (let to = 0; to < areas; to++) {
    if (to === area) continue;
    const pair = (area * areas + to) * cells;
    const destination = to * cells;
    for (let i = 0; i < cells; i++) arrivals[destination + i]! += moves[pair + i]! * movers[i]!;
  }
}

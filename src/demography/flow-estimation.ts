import { AGES, AREA_CELLS } from '#base';
import type { StandingFlows } from './flows.ts';
import { rake } from './rake.ts';

/**
 * The table nearest to `prior` (n x n, row-major, in the sense of least information) whose row and column sums are as asked, as of
 * migration tables Willekens 1999 and Raymer, Abel & Smith 2007. Zeros stay zeros. The two sets of sums must have one total, and a table with the prior's
 * zeros must exist that meets them.
 */
export function fitToMargins(prior: Float64Array, rows: ArrayLike<number>, columns: ArrayLike<number>): Float64Array {
  const n = rows.length;
  const table = prior.map((value, at) => (rows[Math.floor(at / n)]! > 0 && columns[at % n]! > 0 ? value : 0));
  const places = Array.from({ length: n }, (_, place) => place);
  const margins = [
    ...places.map((row) => ({ cells: places.map((column) => row * n + column), total: rows[row]! })),
    ...places.map((column) => ({ cells: places.map((row) => row * n + column), total: columns[column]! })),
  ];
  rake(
    table,
    margins.filter(({ total }) => total > 0),
    5000,
  );
  return table;
}

/** What is known of the moves between areas and with the outside. */
export interface FlowEvidence {
  /** Net migrants a year by area, sex and age at the end of the year. */
  readonly net: Float64Array;
  /** Persons who could have moved, likewise. */
  readonly exposure: Float64Array;
  /** Persons a year who go each way between two places besides the net, symmetric: (areas + 1)², the outside last. */
  readonly churn: Float64Array;
  /** Schedule over ages 0..100 that sums to 1: how likely people are to move at each age. */
  readonly model: Float64Array;
  /** Where people from outside settle: shares of areas that sum to 1. */
  readonly settlementByArea: readonly number[];
}

/**
 * Origin-destination flows from nets and turnover, cell by cell of sex and age. Each place sends its churn and what it loses, and receives its
 * churn and what it gains; the outside closes the account; the churn between the places is the prior. Every net comes out as it went in.
 * Churn is laid over ages by the model and the persons at both ends. In a cell of fewer than one person, one is taken as exposed.
 */
export function estimateFlows({ net, exposure, churn, model, settlementByArea }: FlowEvidence): StandingFlows {
  const areas = net.length / AREA_CELLS;
  const places = areas + 1;
  const there = (place: number, i: number): number => Math.max(1, exposure[place * AREA_CELLS + i]!);
  const weight = (a: number, b: number, i: number): number =>
    model[i % AGES]! * Math.sqrt(there(a === areas ? b : a, i) * there(b === areas ? a : b, i));
  const perWeight = churn.map((persons, pair) => {
    const [a, b] = [Math.floor(pair / places), pair % places];
    if (a === b) return 0;
    let sum = 0;
    for (let i = 0; i < AREA_CELLS; i++) sum += weight(a, b, i);
    return persons / sum;
  });
  const flows: StandingFlows = {
    moves: new Float64Array(areas * net.length),
    exits: new Float64Array(net.length),
    entries: new Float64Array(net.length),
    leaving: new Float64Array(net.length),
    settlement: Float64Array.from(
      { length: net.length },
      (_, i) => (settlementByArea[Math.floor(i / AREA_CELLS)]! * model[i % AGES]!) / 2,
    ),
    propensity: model,
  };
  for (let i = 0; i < AREA_CELLS; i++) {
    const prior = perWeight.map((rate, pair) =>
      rate === 0 ? 0 : rate * weight(Math.floor(pair / places), pair % places, i),
    );
    const [sent, received] = margins(prior, net, places, i);
    const table = fitToMargins(prior, sent, received);
    for (let from = 0; from < places; from++)
      for (let to = 0; to < places; to++) {
        const persons = table[from * places + to]!;
        if (from === areas) {
          if (to < areas) flows.entries[to * AREA_CELLS + i] = persons;
          continue;
        }
        const origin = from * AREA_CELLS + i;
        const probability = persons / there(from, i);
        flows.leaving[origin]! += probability;
        if (to === areas) flows.exits[origin] = probability;
        else flows.moves[(i * areas + to) * areas + from] = probability;
      }
  }
  return flows;
}

/** Persons whom each place sends and receives in a cell: the churn, and the part of the net that goes that way. */
function margins(
  prior: Float64Array,
  net: Float64Array,
  places: number,
  i: number,
): readonly [Float64Array, Float64Array] {
  const sent = new Float64Array(places);
  const received = new Float64Array(places);
  let outside = 0;
  for (let place = 0; place < places; place++) {
    const gain = place === places - 1 ? outside : net[place * AREA_CELLS + i]!;
    outside -= gain;
    for (let other = 0; other < places; other++) {
      sent[place]! += prior[place * places + other]!;
      received[place]! += prior[other * places + place]!;
    }
    sent[place]! += Math.max(0, -gain);
    received[place]! += Math.max(0, gain);
  }
  return [sent, received];
}

/**
 * Symmetric churn between areas and the outside: `within` of an area's yearly in-migrants come from the other areas, in proportion to their
 * populations, `across` from outside; as many go the other way. (areas + 1)², the outside last.
 */
export function churnBetween(
  within: readonly number[],
  across: readonly number[],
  populations: readonly number[],
): Float64Array {
  const areas = populations.length;
  const total = populations.reduce((a, b) => a + b, 0);
  const from = (to: number, origin: number): number =>
    (within[to]! * populations[origin]!) / Math.max(1, total - populations[to]!);
  return Float64Array.from({ length: (areas + 1) ** 2 }, (_, pair) => {
    const [a, b] = [Math.floor(pair / (areas + 1)), pair % (areas + 1)];
    if (a === b) return 0;
    if (a === areas || b === areas) return across[Math.min(a, b)]!;
    return (from(a, b) + from(b, a)) / 2;
  });
}

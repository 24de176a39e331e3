import type { AreaCode } from '#base';
import { AGES, AREA_CELLS, FEMALE, MALE, OPEN_AGE, cell, sumCounts } from '#base';
import { rogersCastro } from '#demography';
import { findIndicator, valuesFor } from '#plan';
import type { Baseline } from './baseline.ts';
import { personsPer } from './planned-years.ts';

/** Flows of a year of the registered population; arrays as those of the residents. */
export interface RegisteredFlows {
  /** By area and sex: areas x 2. */
  readonly births: Float64Array;
  readonly deaths: Float64Array;
  /** Net hukou transfers, and whatever else published totals ask for. */
  readonly transfers: Float64Array;
}

/** How a year's transfers are set. */
export interface TransferControl {
  /** Persons of all areas together at the end of the year; where it is not known, `net` says how many moved in. */
  readonly total?: number | undefined;
  readonly net: number;
  /** Areas whose own total is known, by index: closed first; the others share what is left. */
  readonly areaTotals: ReadonlyMap<number, number>;
}

/**
 * One year of the registered: they die as residents do (`survival`, 2 x 101, by age at the end), have the births given, and
 * move their registration at the ages at which people move (Rogers & Castro 1981). In every cell R'(x) = R(x−1) − D(x) + T(x), and R'(0) = B − D(0) + T(0).
 * Nobody leaves who is not there.
 */
export function advanceRegistered(
  start: Float64Array,
  survival: Float64Array,
  births: Float64Array,
  control: TransferControl,
): { end: Float64Array; flows: RegisteredFlows } {
  const end = new Float64Array(start.length);
  const deaths = new Float64Array(start.length);
  for (let i = 0; i < start.length; i++) {
    const before = entering(start, births, i);
    end[i] = before * survival[i % (2 * AGES)]!;
    deaths[i] = before - end[i]!;
  }
  const transfers = new Float64Array(start.length);
  const areas = Array.from({ length: start.length / AREA_CELLS }, (_, area) => area);
  let rest = control.total === undefined ? control.net : control.total - sumCounts(end);
  for (const [area, total] of control.areaTotals) {
    const own = total - sumCounts(end, { areas: [area] });
    settle(own, [area], end, transfers);
    rest -= own;
  }
  settle(
    rest,
    areas.filter((area) => !control.areaTotals.has(area)),
    end,
    transfers,
  );
  for (let i = 0; i < end.length; i++) end[i]! += transfers[i]!;
  return { end, flows: { births, deaths, transfers } };
}

/** Those who would be in a cell at the year's end if nobody died or moved: the cohort one year younger, or the births. */
export function entering(start: Float64Array, births: Float64Array, i: number): number {
  const age = i % AGES;
  if (age === 0) return births[Math.floor(i / AGES)]!;
  return start[i - 1]! + (age === OPEN_AGE ? start[i]! : 0);
}

const propensity = rogersCastro();

/** Spreads net transfers over those present in some areas, by the ages at which people move. */
function settle(net: number, areas: readonly number[], present: Float64Array, transfers: Float64Array): void {
  const weightOf = (i: number): number => propensity[i % AGES]! * present[i]!;
  let weight = 0;
  for (const area of areas) for (let i = cell(area, 0, 0); i < cell(area + 1, 0, 0); i++) weight += weightOf(i);
  if (weight <= 0) return;
  for (const area of areas)
    for (let i = cell(area, 0, 0); i < cell(area + 1, 0, 0); i++)
      transfers[i] = Math.max(-present[i]!, (net * weightOf(i)) / weight);
}

/** What the births to registered women are told from, of a year: births by area and sex, women at its start, and women's survival (2 x 101). */
export interface ResidentBirths {
  readonly births: Float64Array;
  readonly start: Float64Array;
  readonly survival: Float64Array;
}

/**
 * Births to registered women by area and sex: the residents' births times what the county's fertility schedule expects of its registered women
 * over what it expects of its resident women, times the pack's relative fertility of the registered; exposure is the mean of the year's start and its
 * survivors.
 */
export function birthsOfRegistered(
  { fertility, counties, pack }: Pick<Baseline, 'fertility' | 'counties' | 'pack'>,
  residents: ResidentBirths,
  registered: Float64Array,
): Float64Array {
  const births = new Float64Array(counties.length * 2);
  const relative = pack.registered?.relativeFertility.value ?? 1;
  counties.forEach((_, area) => {
    const expected = (women: Float64Array): number => {
      let sum = 0;
      for (let age = 1; age < AGES; age++) {
        const i = cell(area, FEMALE, age);
        sum += fertility[area * AGES + age]! * (women[i]! + women[i - 1]! * residents.survival[age]!);
      }
      return sum;
    };
    const ofResidents = expected(residents.start);
    const factor = ofResidents > 0 ? (relative * expected(registered)) / ofResidents : 0;
    for (const sex of [FEMALE, MALE]) births[area * 2 + sex] = residents.births[area * 2 + sex]! * factor;
  });
  return births;
}

/** Published registered totals of a year, persons: of the city, and of counties where there are any. */
export function registeredTotals(
  { pack, counties }: Pick<Baseline, 'pack' | 'counties'>,
  year: number,
): Pick<TransferControl, 'total' | 'areaTotals'> {
  const indicator = findIndicator(pack, pack.registered?.indicator ?? '');
  const published = (area: AreaCode): number | undefined => {
    if (indicator === undefined) return undefined;
    const value = valuesFor(pack, indicator, area, ['observed', 'baseline']).find(({ at }) => at === year)?.value;
    return value === undefined ? undefined : value * personsPer(indicator.unit);
  };
  const own = counties.flatMap((code, area): [number, number][] => {
    const persons = published(code);
    return persons === undefined ? [] : [[area, persons]];
  });
  return { total: published(pack.info.city), areaTotals: new Map(own) };
}

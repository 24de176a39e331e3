import type { Population } from '#base';
import { AGES, AREA_CELLS, OPEN_AGE, SEXES } from '#base';
import type { Margin } from '#demography';
import { rake } from '#demography';
import type { RegisteredFile } from '#plan';
import { findSchedule, getIndicator, scheduleRates, valuesFor } from '#plan';
import type { Baseline } from './baseline.ts';
import { advanceRegistered, birthsOfRegistered, registeredTotals } from './registered-year.ts';
import { startPopulation } from './start.ts';
import { personsPer } from './planned-years.ts';

/** Rounds of carrying the base on to the published ages and back. They ask for a little more than can be had: further rounds move a cell by some 0.3 per cent. */
const ROUNDS = 40;

const known = new WeakMap<Baseline, Population | undefined>();

/**
 * The registered population of the counties in the base year by sex and single age (estimated): residents less those registered elsewhere plus
 * those away, raked to the counties' registered totals and the city's sex ratio, and to such ages that, carried on, it arrives at the
 * published ages; as counted where the pack starts from a count of its own. Undefined where the pack has no `registered.yaml` or a county has no total.
 */
export function registeredBase(baseline: Baseline): Population | undefined {
  if (!known.has(baseline)) known.set(baseline, estimate(baseline));
  return known.get(baseline);
}

function estimate(baseline: Baseline): Population | undefined {
  const { pack, counties, base, baseYear } = baseline;
  if (pack.baseline.start !== undefined) return startPopulation(pack.baseline.start, counties, 'registered');
  const rules = pack.registered;
  const totals = registeredTotals(baseline, baseYear).areaTotals;
  if (rules === undefined || totals.size < counties.length) return undefined;
  const counts = bridged(baseline, rules, totals);
  if (counts === undefined) return undefined;
  const margins = [...sexMargins(baseline, rules, totals), ...countyMargins(totals)];
  rake(counts, margins);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { cells, factor } of ageFactors(baseline, rules, counts)) for (const i of cells) counts[i]! *= factor;
    rake(counts, margins, 1);
  }
  rake(counts, margins);
  return {
    areas: counties,
    date: base.date,
    basis: 'registered',
    status: 'estimated',
    source: { doc: 'own-derivation', note: rules.note },
    counts,
  };
}

/** Registered = residents − floating + away in every cell, before raking; undefined where inflows or a schedule lack. */
function bridged(
  baseline: Baseline,
  rules: RegisteredFile,
  totals: ReadonlyMap<number, number>,
): Float64Array | undefined {
  const { pack, counties, base, baseYear } = baseline;
  const [away, floating] = [findSchedule(pack, rules.away.schedule), findSchedule(pack, rules.floating.schedule)];
  if (away === undefined || floating === undefined) return undefined;
  const counts = new Float64Array(base.counts.length);
  for (const [area, code] of counties.entries()) {
    const inflows = ['inflow-same-province', 'inflow-other-province'].map((name) =>
      baseline.variable(code, baseYear, name),
    );
    if (inflows.some((value) => typeof value !== 'number')) return undefined;
    const arrived = (inflows as number[]).reduce((a, b) => a + b, 0);
    const residents = base.counts.subarray(area * AREA_CELLS, (area + 1) * AREA_CELLS);
    const floaters = spread(arrived, scheduleRates(floating, code, baseYear), residents);
    const settled = residents.map((persons, i) => Math.max(0, persons - floaters[i]!));
    const here = settled.reduce((a, b) => a + b, 0);
    const gone = spread(Math.max(0, totals.get(area)! - here), scheduleRates(away, code, baseYear), settled);
    counts.set(
      settled.map((persons, i) => persons + gone[i]!),
      area * AREA_CELLS,
    );
  }
  return counts;
}

/** A number of persons laid over cells in proportion to weight times those there. */
function spread(persons: number, weights: Float64Array, there: Float64Array): Float64Array {
  const shares = there.map((count, i) => count * weights[i]!);
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => (sum > 0 ? (share * persons) / sum : 0));
}

const cellsWhere = (areas: number, wanted: (sex: number, age: number) => boolean): number[] =>
  Array.from({ length: areas * AREA_CELLS }, (_, i) => i).filter((i) => wanted(Math.floor(i / AGES) % 2, i % AGES));

const countyMargins = (totals: ReadonlyMap<number, number>): Margin[] =>
  [...totals].map(([area, total]) => ({
    cells: Array.from({ length: AREA_CELLS }, (_, i) => area * AREA_CELLS + i),
    total,
  }));

function sexMargins(
  { pack, counties }: Baseline,
  { sexRatio }: RegisteredFile,
  totals: ReadonlyMap<number, number>,
): Margin[] {
  const all = [...totals.values()].reduce((a, b) => a + b, 0);
  const published = valuesFor(pack, getIndicator(pack, sexRatio.indicator), pack.info.city, ['observed']);
  const ratio = published.find(({ at }) => at === sexRatio.at)?.value;
  if (ratio === undefined) return [];
  const share = { female: 100 / (100 + ratio), male: ratio / (100 + ratio) };
  return SEXES.map((sex, s) => ({ cells: cellsWhere(counties.length, (of) => of === s), total: all * share[sex] }));
}

/** For each published age group: the cells that will be in it by then, and published over carried-on persons. */
function ageFactors(
  baseline: Baseline,
  { ages }: RegisteredFile,
  counts: Float64Array,
): { cells: readonly number[]; factor: number }[] {
  const { pack, counties, baseYear } = baseline;
  const reached = carriedOn(baseline, counts, Math.max(...ages.map(({ at }) => at)));
  return ages.flatMap(({ indicator: id, at, from, to }) => {
    const indicator = getIndicator(pack, id);
    const published = valuesFor(pack, indicator, pack.info.city, ['observed']).find((value) => value.at === at)?.value;
    const there = reached.get(at);
    if (published === undefined || there === undefined) return [];
    const inGroup = (age: number): boolean => age >= from && age <= to;
    const persons = cellsWhere(counties.length, (_, age) => inGroup(age)).reduce((sum, i) => sum + there[i]!, 0);
    const passed = at - baseYear;
    return [
      {
        cells: cellsWhere(counties.length, (_, age) => inGroup(Math.min(OPEN_AGE, age + passed))),
        factor: (published * personsPer(indicator.unit)) / persons,
      },
    ];
  });
}

/** The base carried on by its own fertility and mortality, closed to the published totals: populations by year. */
function carriedOn(baseline: Baseline, counts: Float64Array, until: number): ReadonlyMap<number, Float64Array> {
  const { pack, base, baseYear, births: perYear, mortality } = baseline;
  const { lifeExpectancy } = pack.baseline.info.parameters;
  const level = lifeExpectancy.find(({ at }) => at === baseYear) ?? lifeExpectancy.at(-1)!;
  const survival = new Float64Array(2 * AGES);
  mortality(level.value, BOYS_PER_GIRL, survival);
  const births = Float64Array.from(
    perYear.flatMap((all) => [all / (1 + BOYS_PER_GIRL), all - all / (1 + BOYS_PER_GIRL)]),
  );
  const reached = new Map<number, Float64Array>();
  let there = counts;
  for (let year = baseYear + 1; year <= until; year++) {
    const own = birthsOfRegistered(baseline, { births, start: base.counts, survival }, there);
    there = advanceRegistered(there, survival, own, { ...registeredTotals(baseline, year), net: 0 }).end;
    reached.set(year, there);
  }
  return reached;
}

/** Near the census; the sexes of two years' newborn hardly move an age group. */
const BOYS_PER_GIRL = 1.1;

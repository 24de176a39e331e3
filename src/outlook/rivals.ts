import type { LocalText, Missing, Population } from '#base';
import { AGES, OPEN_AGE, cell, isMissing, missing, sumCounts } from '#base';
import type { FigureBook } from '#indicators';
import type { Baseline } from '#projection';
import { observedResidents } from './observed-residents.ts';

/** Simple ways to forecast, against which the model is measured. */
export const RIVALS = ['constant', 'constant-growth', 'cohort-change', 'linear-share'] as const;
export type Rival = (typeof RIVALS)[number];

export const RIVAL_NAMES: Readonly<Record<Rival, LocalText>> = {
  constant: { zh: '人口不变', en: 'constant population' },
  'constant-growth': { zh: '增长率不变', en: 'constant growth' },
  'cohort-change': { zh: '队列变动比', en: 'cohort-change ratios' },
  'linear-share': { zh: '占全省比重线性外推', en: 'linear share of the province' },
};

/** A rival's forecast of a year: persons by county, sex and age as a Population's counts. */
export type RivalForecast = (year: number) => Float64Array | Missing;

/** Each rival's forecast from a census of the baseline; missing with the reason where it needs what was not known then. */
export function rivalForecasts(book: FigureBook, from: number): Readonly<Record<Rival, RivalForecast>> {
  const { baseline } = book;
  const start = baseline.censuses.get(from)!;
  const before = [...baseline.censuses].filter(([year]) => year < from).at(-1);
  const noEarlier = missing('not-reported', `census before ${from}`);
  return {
    constant: () => start.counts,
    'constant-growth': (year) =>
      before === undefined ? byNaturalIncrease(baseline, start, from, year) : byGrowth(before, [from, start], year),
    'cohort-change': (year) => (before === undefined ? noEarlier : byCohortChange(before, [from, start], year)),
    'linear-share': (year) => (before === undefined ? noEarlier : byShare(book, before, [from, start], year)),
  };
}

type Census = readonly [year: number, population: Population];

/** Every county goes on as between the two censuses; its ages stay in proportion. */
function byGrowth([before, earlier]: Census, [from, start]: Census, year: number): Float64Array {
  return scaled(start, (area) => {
    const ratio = sumCounts(start.counts, { areas: [area] }) / sumCounts(earlier.counts, { areas: [area] });
    return ratio ** ((year - from) / (from - before));
  });
}

/** Where there is one census only: its own rate of natural increase. */
function byNaturalIncrease(baseline: Baseline, start: Population, from: number, year: number): Float64Array | Missing {
  const rates = start.areas.map((area) => baseline.variable(area, from, 'natural-increase-rate'));
  const absent = rates.find(isMissing);
  if (absent !== undefined) return absent;
  return scaled(start, (area) => (1 + Number(rates[area]) / 1000) ** (year - from));
}

const scaled = (start: Population, factor: (area: number) => number): Float64Array => {
  const factors = start.areas.map((_, area) => factor(area));
  const cells = start.counts.length / factors.length;
  return start.counts.map((persons, i) => persons * factors[Math.floor(i / cells)]!);
};

/**
 * Hamilton & Perry 1962: each cohort changes as the one of its age did between the censuses, the decade's ratio spread evenly over the
 * years; children born since by the ratio of persons that young to women aged 15-49 at the second census.
 */
function byCohortChange([before, earlier]: Census, [from, start]: Census, year: number): Float64Array {
  const [gap, ahead] = [from - before, year - from];
  const end = new Float64Array(start.counts.length);
  for (let block = 0; block < end.length; block += AGES) {
    for (let age = 0; age < AGES; age++) {
      const later = Math.min(age + gap, OPEN_AGE);
      const open = later === OPEN_AGE;
      const then = open ? tail(earlier.counts, block, OPEN_AGE - gap) : earlier.counts[block + age]!;
      const ratio = then > 0 ? start.counts[block + later]! / then : 0;
      end[block + Math.min(age + ahead, OPEN_AGE)]! += start.counts[block + age]! * ratio ** (ahead / gap);
    }
  }
  start.areas.forEach((_, area) => {
    const women = (counts: Float64Array): number =>
      sumCounts(counts, { areas: [area], sex: 'female', from: 15, to: 49 });
    const growth = women(end) / women(start.counts);
    for (let sex = 0; sex < 2; sex++)
      for (let age = 0; age < ahead; age++) end[cell(area, sex, age)] = start.counts[cell(area, sex, age)]! * growth;
  });
  return end;
}

function tail(counts: Float64Array, block: number, from: number): number {
  let sum = 0;
  for (let age = from; age < AGES; age++) sum += counts[block + age]!;
  return sum;
}

/** Each county's share of the province goes on along a line; the province's total of the year is told, which favours this rival. */
function byShare(
  book: FigureBook,
  [before, earlier]: Census,
  [from, start]: Census,
  year: number,
): Float64Array | Missing {
  const { province } = book.baseline.pack.info;
  if (province === undefined) return missing('not-reported', 'province');
  const [then, now, told] = [before, from, year].map((at) => observedResidents(book, province, at));
  const absent = [then, now, told].find(isMissing);
  if (absent !== undefined) return absent;
  return scaled(start, (area) => {
    const persons = (population: Population): number => sumCounts(population.counts, { areas: [area] });
    const [shareThen, shareNow] = [persons(earlier) / Number(then), persons(start) / Number(now)];
    const share = shareNow + ((shareNow - shareThen) * (year - from)) / (from - before);
    return (share * Number(told)) / persons(start);
  });
}

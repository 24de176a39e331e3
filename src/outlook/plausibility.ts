import type { LocalText, Source, Status } from '#base';
import { isMissing } from '#base';
import { referenceScenario } from '#plan';
import type { Baseline } from '#projection';
import { assumptionAt, runScenario } from '#projection';
import { censusStart, yearOfDecade } from './census-start.ts';
import type { Course, Unknown } from './course.ts';
import { closedYears } from './course.ts';
import { assumed } from './solution-words.ts';
import { plain, roughPersons } from './words.ts';

/**
 * How an assumed value compares with what has been seen: inside its range; beyond it by a factor; or of a kind never seen (the other
 * direction, or nothing known to compare with).
 */
export type Grade = 'seen' | 'beyond' | 'never-seen';

/** Something seen, or assumed by the pack's scenarios, that a value is held against. */
export interface Evidence {
  readonly label: LocalText;
  /** Least and greatest, in children per woman, persons a year, or years of life a year. */
  readonly range: readonly [number, number];
  readonly status: Status;
  readonly source: Source;
}

export interface Plausibility {
  readonly grade: Grade;
  /** The value over the nearest one seen; where `beyond`. */
  readonly factor?: number;
  /** What is compared: the value itself, or for life expectancy its gain a year. */
  readonly compared: number;
  readonly seen: readonly Evidence[];
  /** What the pack's scenarios assume for the same years, decided totals apart. */
  readonly scenarios?: Evidence;
  /** The judgement first, then one sentence for each piece of evidence. */
  readonly sentences: readonly LocalText[];
}

/** Holds a course of an assumption that ends at (or stays at) `value` against what the city has seen and what its scenarios assume. */
export function plausibility(baseline: Baseline, course: Course, value: number): Plausibility {
  const { unknown } = course;
  const seen = evidenceOf(baseline, unknown);
  const scenarios = scenarioRange(baseline, course);
  const compared = unknown === 'lifeExpectancy' ? gainOf(baseline, course, value) : value;
  const known = seen.flatMap(({ range }) => range);
  // Any pace from standing still to the fastest seen is nothing new.
  const { grade, factor } = gradeOf(compared, unknown === 'lifeExpectancy' ? [0, ...known] : known);
  return {
    grade,
    compared,
    seen,
    ...(factor === undefined ? {} : { factor }),
    ...(scenarios === undefined ? {} : { scenarios }),
    sentences: [
      judgement(unknown, compared, grade, factor),
      ...seen.map((evidence) => evidenceWords(unknown, evidence)),
      ...(scenarios === undefined ? [] : [evidenceWords(unknown, scenarios)]),
    ],
  };
}

/** Grade of a number against numbers seen; the factor is the number over the nearest seen. */
export function gradeOf(value: number, seen: readonly number[]): { grade: Grade; factor?: number } {
  if (seen.length === 0) return { grade: 'never-seen' };
  const [low, high] = [Math.min(...seen), Math.max(...seen)];
  if (value >= low && value <= high) return { grade: 'seen' };
  const nearest = value > high ? high : low;
  if (value * nearest <= 0) return { grade: 'never-seen' };
  return { grade: 'beyond', factor: value / nearest };
}

/** What the city itself has seen: censuses, the decade between the last two, and the years since whose totals are published. */
function evidenceOf(baseline: Baseline, unknown: Unknown): Evidence[] {
  switch (unknown) {
    case 'fertility':
      return fertilitySeen(baseline);
    case 'netMigration':
      return migrationSeen(baseline);
    case 'lifeExpectancy':
      return gainSeen(baseline);
  }
}

function fertilitySeen(baseline: Baseline): Evidence[] {
  return [...baseline.censuses.keys()].flatMap((year) => {
    const start = censusStart(baseline, year);
    if (isMissing(start)) return [];
    const { cityTotalFertility } = start.baseline;
    return [
      {
        label: { zh: `${year}年全市(推算)`, en: `The city in ${year} (estimated)` },
        range: [cityTotalFertility, cityTotalFertility],
        status: 'estimated',
        source: {
          doc: 'own-derivation',
          note: { zh: '普查0岁人口,间接标准化', en: 'census persons aged 0, indirect standardisation' },
        },
      },
    ];
  });
}

function migrationSeen(baseline: Baseline): Evidence[] {
  const { baseYear, pack, censuses } = baseline;
  const decade = yearOfDecade(baseline);
  const [previousYear] = [...censuses.keys()].slice(-2);
  const past: Evidence = {
    label: { zh: `${previousYear}—${baseYear}年年均`, en: `Mean of a year in ${previousYear}–${baseYear}` },
    range: [decade, decade],
    status: 'estimated',
    source: { doc: 'own-derivation', note: { zh: '普查存活法', en: 'census survival' } },
  };
  const scenario = referenceScenario(pack);
  if (scenario.totals?.role !== 'observed') return [past];
  const { used } = runScenario(baseline, scenario, { until: scenario.totals.to });
  const years = closedYears(used);
  if (years.length === 0) return [past];
  const implied = years.map((year) => used.get(year)!.netMigration);
  const recent: Evidence = {
    label: {
      zh: `${years[0]}—${years.at(-1)}年公布总量推定`,
      en: `Implied by the published totals of ${years[0]}–${years.at(-1)}`,
    },
    range: [Math.min(...implied), Math.max(...implied)],
    status: 'estimated',
    source: {
      doc: 'own-derivation',
      note: { zh: '总量变动减推算的自然变动', en: 'change of totals less projected natural change' },
    },
  };
  return [past, recent];
}

function gainSeen({ pack }: Baseline): Evidence[] {
  const known = pack.baseline.info.parameters.lifeExpectancy.toSorted((a, b) => a.at - b.at);
  return known.slice(1).map((after, index) => {
    const before = known[index]!;
    const gain = (after.value - before.value) / (after.at - before.at);
    return {
      label: { zh: `${before.at}—${after.at}年年均增益`, en: `Gain a year of ${before.at}–${after.at}` },
      range: [gain, gain],
      status: 'observed',
      source: after.source,
    };
  });
}

/** Years of life gained a year on the way to a value, from what the reference scenario has the year before. */
function gainOf({ pack, baseYear }: Baseline, { from, to, unknown }: Course, value: number): number {
  const scenario = referenceScenario(pack);
  return (value - assumptionAt(scenario, {}, unknown, Math.max(baseYear, from - 1))) / (to - from + 1);
}

/** What the pack's scenarios have in the same years; those whose migration a total decides are left out of migration. */
function scenarioRange(baseline: Baseline, course: Course): Evidence | undefined {
  const { unknown, from, to } = course;
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const values = baseline.pack.scenarios
    .filter(({ totals }) => unknown !== 'netMigration' || totals === undefined || totals.to < from)
    .flatMap((scenario) => {
      const at = (year: number): number => assumptionAt(scenario, {}, unknown, year);
      if (unknown === 'lifeExpectancy') return [(at(to) - at(from - 1)) / years.length];
      return unknown === 'fertility' ? [at(to)] : [years.reduce((sum, year) => sum + at(year), 0) / years.length];
    });
  if (values.length === 0) return undefined;
  return {
    label: { zh: `包中各方案${from}—${to}年`, en: `The pack's scenarios for ${from}–${to}` },
    range: [Math.min(...values), Math.max(...values)],
    status: 'assumed',
    source: { doc: 'proposal' },
  };
}

/** A number of the kind that is compared, in words. */
function comparedWords(unknown: Unknown, value: number): LocalText {
  if (unknown !== 'lifeExpectancy') return assumed(unknown, value);
  return { zh: `每年${plain(value, 2)}岁`, en: `${plain(value, 2)} years a year` };
}

function judgement(unknown: Unknown, compared: number, grade: Grade, factor: number | undefined): LocalText {
  const words = comparedWords(unknown, compared);
  switch (grade) {
    case 'seen':
      return { zh: `${words.zh}:曾经有过的水平。`, en: `${words.en}: within what has been seen.` };
    case 'beyond':
      return {
        zh: `${words.zh}:超出曾有的范围,为最接近的曾有水平的${plain(factor!, 1)}倍。`,
        en: `${words.en}: beyond what has been seen, ${plain(factor!, 1)} times the nearest value seen.`,
      };
    case 'never-seen':
      return { zh: `${words.zh}:从未有过。`, en: `${words.en}: never seen.` };
  }
}

function evidenceWords(unknown: Unknown, { label, range: [low, high] }: Evidence): LocalText {
  const number = (value: number): string => (unknown === 'netMigration' ? roughPersons(value) : plain(value, 2));
  const span = number(low) === number(high) ? number(low) : undefined;
  const unit = {
    fertility: { zh: '', en: '' },
    netMigration: { zh: '人', en: '' },
    lifeExpectancy: { zh: '岁', en: ' years' },
  }[unknown];
  return {
    zh: `${label.zh}:${span ?? `${number(low)}至${number(high)}`}${unit.zh}。`,
    en: `${label.en}: ${span ?? `${number(low)} to ${number(high)}`}${unit.en}.`,
  };
}

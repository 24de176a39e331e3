import type { Problem, Sex } from '#base';
import { OPEN_AGE, SEXES } from '#base';
import type { AgeSpan } from './read-age.ts';
import { writeAge } from './read-age.ts';
import { keyOf, problem } from './table.ts';

/** An age group of somebody, and where it stands. */
export interface PlacedAge extends AgeSpan {
  readonly line: number;
  readonly year: number;
  readonly area: string;
  readonly sex: Sex;
}

/** A row with a fault: what could not be read is undefined, and may be anything. */
export interface Unplaced {
  readonly year: number | undefined;
  readonly area: string | undefined;
  readonly sex: Sex | undefined;
  readonly age: AgeSpan | undefined;
}

/** Below this age nobody means a last group as an open one. */
const OLDEST_GAP = 60;

/**
 * Ages of every area, sex and year must run from 0 to an open group without gap or overlap, both sexes must be there, and every
 * area in every year. What a row with a fault may have been is not missed a second time.
 */
export function checkAges(file: string, ages: readonly PlacedAge[], unplaced: readonly Unplaced[]): Problem[] {
  const groups = new Map<string, PlacedAge[]>();
  for (const age of ages) {
    const key = keyOf(age.year, age.area, age.sex);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [age]);
    else group.push(age);
  }
  const problems = [...groups.values()].flatMap((placed) => checkOne(file, placed, unplaced));
  const years = [...new Set(ages.map(({ year }) => year))];
  const areas = [...new Set(ages.map(({ area }) => area))];
  for (const area of areas)
    for (const year of years) {
      const absent = SEXES.filter((sex) => !groups.has(keyOf(year, area, sex)));
      const unknown = absent.filter((sex) => !unplaced.some((row) => mayBe(row, { year, area, sex })));
      if (absent.length === SEXES.length && unknown.length > 0)
        problems.push(problem('table.area-missing', { file }, { area, year }));
      else
        for (const sex of unknown)
          problems.push(
            problem('table.sex-missing', { file }, { area, year, sex: sex === 'male' ? '男(male)' : '女(female)' }),
          );
    }
  return problems;
}

const end = (span: AgeSpan): number => span.to ?? Infinity;

const mayBe = (row: Unplaced, { year, area, sex }: Pick<PlacedAge, 'year' | 'area' | 'sex'>): boolean =>
  (row.year ?? year) === year && (row.area ?? area) === area && (row.sex ?? sex) === sex;

/** The age groups of one area, sex and year. */
function checkOne(file: string, placed: readonly PlacedAge[], unplaced: readonly Unplaced[]): Problem[] {
  const { year, area, sex } = placed[0]!;
  const who = `${year} ${area} ${sex}`;
  const problems: Problem[] = [];
  const excused = unplaced.filter((row) => mayBe(row, { year, area, sex }));
  const gap = (line: number, from: number, to: number | null): void => {
    if (excused.some(({ age }) => age === undefined || (age.from <= (to ?? Infinity) && end(age) >= from))) return;
    problems.push(problem('table.ages-gap', { file, line }, { who, from, to: to ?? '…' }));
  };
  let last: PlacedAge | undefined;
  for (const span of placed.toSorted((a, b) => a.from - b.from || end(a) - end(b))) {
    const next = last === undefined ? 0 : end(last) + 1;
    if (span.from > next) gap(span.line, next, span.from - 1);
    const bothOpen = span.from === OPEN_AGE && last?.from === OPEN_AGE;
    if (last !== undefined && span.from < next && !bothOpen) {
      const params = { who, group: writeAge(span), other: writeAge(last), line: last.line };
      problems.push(problem('table.ages-overlap', { file, line: span.line }, params));
    }
    if (last === undefined || end(span) > end(last)) last = span;
  }
  if (last === undefined || last.to === null) return problems;
  if (last.to < OLDEST_GAP) gap(last.line, last.to + 1, null);
  else {
    const params = { who, group: writeAge(last) };
    problems.push(problem('table.ages-closed', { file, line: last.line }, params, `${last.from}+`));
  }
  return problems;
}

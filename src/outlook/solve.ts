import type { LocalText, Missing } from '#base';
import { isMissing } from '#base';
import type { Scenario } from '#plan';
import { ASSUMPTION_BOUNDS } from '#plan';
import type { Baseline, Changes } from '#projection';
import type { Course, Shape, Unknown } from './course.ts';
import { USUAL_SHAPE, firstOpenYear, layCourse } from './course.ts';
import { findRoot } from './find-root.ts';
import type { Measure } from './projected-figure.ts';
import { projectedFigure } from './projected-figure.ts';
import { failureWords, solutionWords } from './solution-words.ts';

/** An indicator's value to be reached in an area at the end of a year, in the indicator's unit. */
export interface Aim extends Measure {
  readonly target: number;
}

export interface Question {
  readonly scenario: Scenario;
  /** The user's changes that hold already. */
  readonly changes?: Changes;
  readonly aim: Aim;
  readonly unknown: Unknown;
  /** First year in which the unknown may differ; left out: the first without a published total. */
  readonly from?: number;
  /** Left out: `USUAL_SHAPE`. */
  readonly shape?: Shape;
}

export interface Solution extends Course {
  readonly found: true;
  /** Children per woman, persons a year, or years: in each year (`constant`) or in the last (`linear`). */
  readonly value: number;
  /** What the scenario itself has there: the mean of the years (`constant`) or the last (`linear`). */
  readonly own: number;
  /** The indicator with the answer, in its unit. */
  readonly reached: number;
  /** The changes that carry the answer out, those that held already with them. */
  readonly changes: Changes;
  readonly words: LocalText;
}

export type NoSolutionReason =
  | 'outside-years'
  | 'totals-decide'
  | 'not-projected'
  | 'no-effect'
  | 'out-of-reach'
  | 'jump';

export interface NoSolution {
  readonly found: false;
  readonly unknown: Unknown;
  readonly reason: NoSolutionReason;
  readonly words: LocalText;
  /** Why the indicator has no value. */
  readonly missing?: Missing;
  /** The closest that the bounds of the unknown allow: its value, and what the indicator then is. */
  readonly nearest?: { readonly value: number; readonly reached: number };
}

/** How near an answer comes: a share of the target, and no nearer than sums of persons are exact, in the indicator's unit. */
const PRECISION = { share: 1e-8, least: 1e-6 };

/**
 * The value of one assumption with which a scenario reaches an aim; everything else stays as it is, and so do the years before
 * `from`. Of several answers it is the one nearest to the scenario's own value (or to `near`). What has no answer says why.
 */
export function solve(baseline: Baseline, question: Question, near?: number): Solution | NoSolution {
  const { scenario, changes = {}, aim, unknown } = question;
  const { shape = USUAL_SHAPE[unknown], from = firstOpenYear(baseline, scenario) } = question;
  const course: Course = { unknown, shape, from, to: aim.year };
  const fail = (reason: NoSolutionReason, more: Pick<NoSolution, 'missing' | 'nearest'> = {}): NoSolution => {
    const failure = { found: false, unknown, reason, ...more } as const;
    return { ...failure, words: failureWords(baseline, aim, course, failure) };
  };
  if (!withinYears(baseline, course)) return fail('outside-years');
  const laid = layCourse(baseline, scenario, changes, course);
  if (laid.closed) return fail('totals-decide');

  const valueWith = (value: number): number | Missing =>
    projectedFigure(baseline, scenario, laid.with(value), aim).value;
  const now = valueWith(laid.own);
  if (isMissing(now)) return fail('not-projected', { missing: now });
  const [low, high] = ASSUMPTION_BOUNDS[unknown];
  const root = findRoot(
    (value) => {
      const reached = valueWith(value);
      return isMissing(reached) ? undefined : reached;
    },
    {
      target: aim.target,
      start: near ?? Math.min(high, Math.max(low, laid.own)),
      low,
      high,
      tolerance: Math.max(PRECISION.least, PRECISION.share * Math.abs(aim.target)),
    },
  );
  if (root.found) {
    const answer = { ...course, found: true, value: root.x, own: laid.own, reached: root.y } as const;
    return { ...answer, changes: laid.with(root.x), words: solutionWords(baseline, aim, answer) };
  }
  if (root.reason === 'flat') return fail('no-effect');
  return fail(root.reason, { nearest: { value: root.nearest.x, reached: root.nearest.y } });
}

/** A point of a trade-off: a value of the second assumption, and what the first must then be. */
export interface TradeOffPoint {
  readonly value: number;
  readonly answer: Solution | NoSolution;
}

/**
 * The curve of two assumptions that reach an aim together: for each value of the second (`axis`, in its usual shape over the same
 * years), the first that is then needed. Each point is looked for from its neighbour's answer.
 */
export function tradeOff(
  baseline: Baseline,
  question: Question,
  axis: { readonly unknown: Unknown; readonly values: readonly number[] },
): readonly TradeOffPoint[] {
  if (axis.unknown === question.unknown) throw new Error('a trade-off needs two different assumptions');
  const { scenario, aim, changes = {}, from = firstOpenYear(baseline, scenario) } = question;
  const { unknown } = axis;
  const course: Course = { unknown, shape: USUAL_SHAPE[unknown], from, to: aim.year };
  const laid = withinYears(baseline, course) ? layCourse(baseline, scenario, changes, course) : undefined;
  let near: number | undefined;
  return axis.values.map((value) => {
    const answer = solve(baseline, { ...question, from, ...(laid && { changes: laid.with(value) }) }, near);
    if (answer.found) near = answer.value;
    return { value, answer };
  });
}

const withinYears = ({ baseYear, pack }: Baseline, { from, to }: Course): boolean =>
  from > baseYear && to >= from && to <= pack.info.years.horizon;

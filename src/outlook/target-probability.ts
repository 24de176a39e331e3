import type { Missing } from '#base';
import { missing } from '#base';
import type { FigureBook } from '#indicators';
import type { Aim } from '#monitoring';
import { aimsOf, areasWithTargets, keeps } from '#monitoring';
import type { Indicator } from '#plan';
import type { Track, TrajectoryValues } from './measures.ts';

/** How likely one target of the plan is to be met. */
export interface TargetProbability extends Track, Aim {
  /** Share of trajectories that keep the target in its year, 0..1, or why there is none. */
  readonly probability: number | Missing;
  /** Monte-Carlo standard error of the share; it says nothing of what the model leaves out. */
  readonly standardError?: number;
  /** True where the indicator is the same in every trajectory: the scenario sets it, and the share says no more than that. */
  readonly set?: boolean;
  /** Trajectories in which the indicator has a value. */
  readonly of: number;
}

const hasTargets = ({ values }: Indicator): boolean => values.some(({ role }) => role === 'target');

/** The tracks to be measured for the targets' probabilities: every indicator and area with a target that is a number and has a formula. */
export const targetTracks = (book: FigureBook): readonly Track[] =>
  book.baseline.pack.indicators
    .filter((indicator) => indicator.formula !== undefined && hasTargets(indicator))
    .flatMap((indicator) =>
      areasWithTargets(book, indicator)
        .filter((area) => aimsOf(book, indicator, area).length > 0)
        .map((area) => ({ indicator: indicator.id, area })),
    );

/**
 * For each target of the plan that is a number: the share of trajectories that keep it in its year, by monitoring's own rule, among those in which the
 * indicator can be worked out. A target that is another area's value has none: that area is not projected.
 */
export function targetProbabilities(book: FigureBook, measured: TrajectoryValues): readonly TargetProbability[] {
  return book.baseline.pack.indicators.filter(hasTargets).flatMap((indicator) =>
    areasWithTargets(book, indicator).flatMap((area) =>
      aimsOf(book, indicator, area).map(({ target, aim }): TargetProbability => {
        const known = { indicator: indicator.id, area, target, aim };
        const none = (reason: Missing): TargetProbability => ({ ...known, probability: reason, of: 0 });
        if (target.relative !== undefined) return none(missing('area-not-covered', target.relative.area));
        if (indicator.formula === undefined) return none(missing('no-formula', indicator.id));
        const values = valuesIn(measured, known, target.at);
        if (values === undefined) return none(missing('outside-period', String(target.at)));
        const there = values.filter((value) => !Number.isNaN(value));
        if (there.length === 0) return none(missing('not-computable', indicator.id));
        const met = there.filter((value) => keeps(value, aim, indicator, target));
        const probability = met.length / there.length;
        const standardError = Math.sqrt((probability * (1 - probability)) / there.length);
        const set = there.every((value) => value === there[0]);
        return { ...known, probability, standardError, set, of: there.length };
      }),
    ),
  );
}

/** A track's values of all trajectories in a year; undefined where the track or the year was not measured. */
function valuesIn({ tracks, years, values }: TrajectoryValues, wanted: Track, year: number): Float64Array | undefined {
  const track = tracks.findIndex(({ indicator, area }) => indicator === wanted.indicator && area === wanted.area);
  const at = years.indexOf(year);
  if (track < 0 || at < 0) return undefined;
  const stride = tracks.length * years.length;
  return Float64Array.from(
    { length: values.length / stride },
    (_, trajectory) => values[trajectory * stride + track * years.length + at]!,
  );
}

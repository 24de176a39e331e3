import type { LocalText, Missing } from '#base';
import { missing } from '#base';
import type { QuantileBounds } from '#demography';
import type { Track, TrajectoryValues } from './measures.ts';

/** The bands of a fan, the wider first, with their words. */
export const BANDS: readonly {
  readonly low: keyof QuantileBounds;
  readonly high: keyof QuantileBounds;
  readonly label: LocalText;
}[] = [
  { low: 'low95', high: 'high95', label: { zh: '95% 区间', en: '95 % interval' } },
  { low: 'low80', high: 'high80', label: { zh: '80% 区间', en: '80 % interval' } },
];

/** Quantiles of an indicator over trajectories in a year. */
export interface FanYear extends QuantileBounds {
  readonly year: number;
  readonly mean: number;
  /** Trajectories with a value. */
  readonly of: number;
}

export interface Fan extends Track {
  /** Ascending; a year in which no trajectory has a value is not among them. */
  readonly years: readonly FanYear[];
  /** Why there is no year at all. */
  readonly reason?: Missing;
}

/** The fan of each track: quantiles at 2.5, 10, 50, 90 and 97.5 per cent and the mean, year by year. */
export const fan = (values: TrajectoryValues): readonly Fan[] =>
  values.tracks.map((_, track) => trackFan(values, track));

/** The fan of one track, by its place among the tracks. */
export function trackFan({ tracks, years, values }: TrajectoryValues, t: number): Fan {
  const stride = tracks.length * years.length;
  const column = new Float64Array(values.length / Math.max(1, stride));
  const track = tracks[t]!;
  const found = years.flatMap((year, y): FanYear[] => {
    let of = 0;
    let sum = 0;
    for (let at = t * years.length + y; at < values.length; at += stride) {
      const value = values[at]!;
      if (Number.isNaN(value)) continue;
      column[of++] = value;
      sum += value;
    }
    if (of === 0) return [];
    const sorted = column.subarray(0, of).sort();
    const at = (share: number): number => quantileOf(sorted, share);
    const bounds = { low95: at(0.025), low80: at(0.1), median: at(0.5), high80: at(0.9), high95: at(0.975) };
    return [{ year, ...bounds, mean: sum / of, of }];
  });
  return found.length > 0
    ? { ...track, years: found }
    : { ...track, years: found, reason: missing('not-computable', track.indicator) };
}

/** Quantile of ascending values, linear between them: Hyndman & Fan 1996, definition 7. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  return below + 1 < sorted.length ? low + (sorted[below + 1]! - low) * (at - below) : low;
}

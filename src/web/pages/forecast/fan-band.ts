import type { AreaCode, LocalText } from '#base';
import type { FanYear, TrajectoryValues } from '#outlook';
import { BANDS, trackFan } from '#outlook';

/** The years of one track's fan; none while no trajectory is there. */
export const bandOf = (values: TrajectoryValues | undefined, indicator: string, area: AreaCode): readonly FanYear[] => {
  const track = values?.tracks.findIndex((other) => other.indicator === indicator && other.area === area) ?? -1;
  return values === undefined || track < 0 ? [] : trackFan(values, track).years;
};

/** A fan as rows of year, name of the bound, value. */
export const bandRows = (
  years: readonly FanYear[],
  local: (text: LocalText) => string,
): (readonly [number, string, number])[] =>
  BANDS.flatMap(({ low, high, label }) =>
    years.flatMap((row) => [
      [row.year, `${local(label)} ↓`, row[low]] as const,
      [row.year, `${local(label)} ↑`, row[high]] as const,
    ]),
  );

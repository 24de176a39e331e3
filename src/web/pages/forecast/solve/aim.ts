import type { AreaCode } from '#base';
import type { Pack } from '#plan';
import { getIndicator, valuesFor } from '#plan';
import type { Param } from '../../../url/params.ts';
import type { LabYears } from '../lab.ts';

/** What is asked for, apart from the area: an indicator's value in a year. */
export interface AimChoice {
  readonly indicator: string;
  readonly year: number;
  readonly target: number;
}

/** The plan's own numeric targets for an area that lie ahead and that a projection can tell, in the order of `indicators`. */
export function planAims(
  pack: Pack,
  area: AreaCode,
  years: LabYears,
  indicators: readonly string[],
): readonly AimChoice[] {
  const aims = indicators
    .flatMap((id) =>
      valuesFor(pack, getIndicator(pack, id), area, ['target']).map(({ at, value }) => ({
        indicator: id,
        year: at,
        target: value,
      })),
    )
    .filter(({ year }) => year > years.anchor && year <= years.horizon);
  return [...new Map(aims.map((aim) => [formatAim(aim), aim])).values()];
}

export const formatAim = ({ indicator, year, target }: AimChoice): string => `${indicator}:${year}:${target}`;

/** The aim in the URL, e.g. `resident-population:2030:500`. */
export const aimParam = (years: LabYears, indicators: readonly string[]): Param<AimChoice | undefined> => ({
  fallback: undefined,
  parse: (text) => {
    const [indicator = '', year = '', target = ''] = text.split(':');
    const aim = { indicator, year: Number(year), target: Number(target) };
    const sensible =
      indicators.includes(indicator) &&
      /^\d{4}$/.test(year) &&
      aim.year > years.anchor &&
      aim.year <= years.horizon &&
      target.trim() !== '' &&
      Number.isFinite(aim.target);
    return sensible ? aim : undefined;
  },
  format: (aim) => (aim === undefined ? '' : formatAim(aim)),
});

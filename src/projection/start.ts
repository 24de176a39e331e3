import type { Population } from '#base';
import { AREA_CELLS, fingerprint } from '#base';
import type { Pack, StartTables } from '#plan';

/**
 * The pack whose projections and latest figures rest on a count of its own year (a register's) instead of the last census; the censuses still give
 * migration, mortality and urban residence. Whatever was published of that year and after is left out, the comparison area's but for: what the register
 * does not know is missing, not borrowed.
 */
export function startAt(pack: Pack, start: StartTables): Pack {
  const { info } = pack;
  const own = ({ area = info.city, at, role }: { area?: string | undefined; at: number; role: string }): boolean =>
    at >= start.year && area !== info.province && ['observed', 'baseline', 'reported'].includes(role);
  return {
    ...pack,
    info: {
      ...info,
      years: {
        base: start.year,
        from: Math.max(info.years.from, start.year),
        to: Math.max(info.years.to, start.year),
        horizon: Math.max(info.years.horizon, start.year),
      },
    },
    sources: [...pack.sources, { id: start.source.doc, title: start.title, secondHand: false }],
    indicators: pack.indicators.map((indicator) => ({
      ...indicator,
      values: indicator.values.filter((value) => !own(value)),
    })),
    baseline: { ...pack.baseline, areaVariables: [...pack.baseline.areaVariables, ...start.variables], start },
    fingerprint: fingerprint(JSON.stringify([pack.fingerprint, start])),
  };
}

/** The count as a population of some of its areas; an area it does not have is empty. */
export function startPopulation(
  { areas, date, status, source, ...counted }: StartTables,
  counties: readonly string[],
  basis: 'resident' | 'registered',
): Population {
  const counts = new Float64Array(counties.length * AREA_CELLS);
  counties.forEach((code, index) => {
    const at = areas.indexOf(code);
    if (at >= 0) counts.set(counted[basis].slice(at * AREA_CELLS, (at + 1) * AREA_CELLS), index * AREA_CELLS);
  });
  return { areas: counties, date, basis, status, source, counts };
}

import type { Source } from '#base';
import type { Assumption, Pack, Scenario } from '#plan';
import { getIndicator, valuesFor } from '#plan';

/** How an assumption's value of a year came about: a point of the path, between two, beyond its ends, or closed by a total. */
export type AssumptionOrigin = 'given' | 'interpolated' | 'beyond' | 'closed';

/**
 * Where a scenario's value of a year comes from, with the sources of the points that it rests on; `closed` where a given total of the
 * city decides net migration.
 */
export function originOf(
  pack: Pack,
  scenario: Scenario,
  assumption: Assumption,
  year: number,
  closed: boolean,
): { readonly origin: AssumptionOrigin; readonly sources: readonly Source[] } {
  const path = closed ? totalsOf(pack, scenario) : scenario[assumption];
  const exact = path.filter(({ at }) => at === year);
  const before = path.filter(({ at }) => at < year).slice(-1);
  const after = path.filter(({ at }) => at > year).slice(0, 1);
  const used = exact.length > 0 ? exact : [...before, ...after];
  const inside = before.length > 0 && after.length > 0;
  return {
    origin: closed ? 'closed' : exact.length > 0 ? 'given' : inside ? 'interpolated' : 'beyond',
    sources: [...new Map(used.map(({ source }) => [JSON.stringify(source), source])).values()],
  };
}

/** The values of the indicator that a scenario is held to. */
function totalsOf(pack: Pack, { totals }: Scenario): readonly { readonly at: number; readonly source: Source }[] {
  return totals === undefined
    ? []
    : valuesFor(pack, getIndicator(pack, totals.indicator), pack.info.city, [totals.role]);
}

import type { Source } from '#base';
import { isBent } from '#charts';
import type { Pack } from '#plan';
import { getIndicator, valuesFor } from '#plan';
import type { Changes, Projection } from '#projection';
import type { AssumptionKind } from './assumption-kinds.ts';
import { KINDS } from './assumption-kinds.ts';
import type { LabYears } from './lab.ts';
import { curveOf } from './lab.ts';

/** How an assumption's value of a year came about. */
export type Origin = 'given' | 'interpolated' | 'beyond' | 'closed' | 'own' | 'between';

export interface AssumptionRow {
  readonly kind: AssumptionKind;
  readonly year: number;
  /** As used by the user's projection, which is the reference where nothing was changed. */
  readonly value: number;
  readonly reference: number;
  readonly origin: Origin;
  /** Sources of what the reference rests on: the scenario's values, or the totals that decide migration. */
  readonly sources: readonly Source[];
}

/** Every assumption at every handle's year, as used, with where it comes from. */
export function assumptionRows(
  pack: Pack,
  reference: Projection,
  values: Projection,
  years: LabYears,
  edits: Changes,
): readonly AssumptionRow[] {
  return KINDS.flatMap((kind) => {
    const curve = curveOf(reference, years, kind.id, edits[kind.id] ?? {});
    return curve.handles.map((year): AssumptionRow => {
      const used = values.used.get(year)!;
      const before = reference.used.get(year)!;
      const closed = kind.id === 'netMigration' && before.closed;
      const given = closed ? totalsOf(pack, reference) : reference.scenario[kind.id];
      const own = curve.edits[year] !== undefined ? 'own' : isBent(curve, year) ? 'between' : undefined;
      return {
        kind,
        year,
        value: used[kind.id],
        reference: before[kind.id],
        origin: own ?? (closed ? 'closed' : originIn(given, year)),
        sources: sourcesAt(given, year),
      };
    });
  });
}

type Path = readonly { readonly at: number; readonly source: Source }[];

/** The values of the indicator that a scenario is held to. */
function totalsOf(pack: Pack, { scenario }: Projection): Path {
  const rule = scenario.totals;
  return rule === undefined ? [] : valuesFor(pack, getIndicator(pack, rule.indicator), pack.info.city, [rule.role]);
}

function originIn(path: Path, year: number): Origin {
  if (path.some(({ at }) => at === year)) return 'given';
  return path.some(({ at }) => at > year) && path.some(({ at }) => at < year) ? 'interpolated' : 'beyond';
}

function sourcesAt(path: Path, year: number): Source[] {
  const exact = path.filter(({ at }) => at === year);
  const before = path.filter(({ at }) => at < year).slice(-1);
  const after = path.filter(({ at }) => at > year).slice(0, 1);
  const used = exact.length > 0 ? exact : [...before, ...after];
  return [...new Map(used.map(({ source }) => [JSON.stringify(source), source])).values()];
}

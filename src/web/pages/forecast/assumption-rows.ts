import type { Source } from '#base';
import { isBent } from '#charts';
import type { Pack } from '#plan';
import type { AssumptionOrigin, Changes, Projection } from '#projection';
import { originOf } from '#projection';
import type { AssumptionKind } from './assumption-kinds.ts';
import { KINDS } from './assumption-kinds.ts';
import type { LabYears } from './lab.ts';
import { curveOf } from './lab.ts';

export interface AssumptionRow {
  readonly kind: AssumptionKind;
  readonly year: number;
  /** As used by the user's projection, which is the reference where nothing was changed. */
  readonly value: number;
  readonly reference: number;
  readonly origin: AssumptionOrigin | 'own' | 'between';
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
      const { origin, sources } = originOf(pack, reference.scenario, kind.id, year, closed);
      const own = curve.edits[year] !== undefined ? 'own' : isBent(curve, year) ? 'between' : undefined;
      return {
        kind,
        year,
        value: used[kind.id],
        reference: before[kind.id],
        origin: own ?? origin,
        sources,
      };
    });
  });
}

import type { Assumption } from '#plan';
import type { Span } from '#charts';
import { ASSUMPTION_BOUNDS } from '#plan';

/** How an assumption is edited: its name in the URL, its steps, and the indicator that tells its history. */
export interface AssumptionKind {
  readonly id: Assumption;
  readonly key: string;
  readonly step: number;
  /** Step with Shift, and of PageUp and PageDown. */
  readonly leap: number;
  readonly decimals: number;
  /** Least margin around the scenarios that still counts as plausible; persons per resident for migration. */
  readonly margin: number;
  readonly indicator?: string;
  readonly bounds: Span;
}

const kind = (
  id: Assumption,
  key: string,
  [step, leap, decimals, margin]: readonly [number, number, number, number],
  indicator?: string,
): AssumptionKind => ({
  id,
  key,
  step,
  leap,
  decimals,
  margin,
  bounds: ASSUMPTION_BOUNDS[id],
  ...(indicator === undefined ? {} : { indicator }),
});

/** Every assumption, in the order of the page. */
export const KINDS: readonly AssumptionKind[] = [
  kind('fertility', 'tfr', [0.01, 0.1, 2, 0.3], 'total-fertility-rate'),
  kind('lifeExpectancy', 'e0', [0.1, 1, 1, 2], 'life-expectancy'),
  kind('netMigration', 'mig', [100, 1000, 0, 0.002], 'net-migration'),
  kind('sexRatioAtBirth', 'srb', [0.1, 1, 1, 3], 'sex-ratio-at-birth'),
  kind('urbanShare', 'urban', [0.1, 1, 1, 3], 'urbanisation-rate'),
  kind('redistribution', 'redist', [0.05, 0.25, 2, 0.5]),
];

/** Margin of plausibility in the assumption's own unit, for a city of so many residents. */
export const marginOf = (kind: AssumptionKind, residents: number): number =>
  kind.id === 'netMigration' ? Math.ceil((kind.margin * residents) / 1000) * 1000 : kind.margin;

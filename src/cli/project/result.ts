import type { AreaCode, Figure, Problem } from '#base';
import type { Fan } from '#outlook';
import type { Indicator } from '#plan';
import type { Baseline, NamedDefault, Projection } from '#projection';

/** What `popplus project` has worked out. */
export interface Result {
  readonly baseline: Baseline;
  readonly defaults: readonly NamedDefault[];
  readonly projection: Projection;
  readonly areas: readonly AreaCode[];
  readonly indicators: readonly Indicator[];
  readonly figures: readonly Figure[];
  readonly drawn?: { readonly trajectories: number; readonly seed: number; readonly fans: readonly Fan[] } | undefined;
  readonly problems: readonly Problem[];
}

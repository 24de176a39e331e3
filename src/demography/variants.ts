import type { Sex } from '#base';
import { replacementFactor } from './reproduction.ts';

/** What one step of a projection of one population assumes. */
export interface StepAssumptions {
  /** Births per woman and year by age of mother. */
  readonly fertility: Float64Array;
  /** Person-years per birth of each sex's life table. */
  readonly Lx: Readonly<Record<Sex, Float64Array>>;
  readonly sexRatioAtBirth: number;
  /** Net migrants of the step by sex and age at its end. */
  readonly migrants: Float64Array;
}

/** The UN's deterministic variants of a medium projection. World Population Prospects 2024, methodology report, section on variants. */
export type Variant =
  | 'low'
  | 'high'
  | 'constant-fertility'
  | 'constant-mortality'
  | 'no-change'
  | 'zero-migration'
  | 'instant-replacement'
  | 'momentum';

/** `at` is the years between the start and the step, `width` the years in it. */
type Change = (
  step: StepAssumptions,
  first: StepAssumptions,
  span: { readonly at: number; readonly width: number },
) => StepAssumptions;

const constantFertility: Change = (step, { fertility }) => ({ ...step, fertility });
const constantMortality: Change = (step, { Lx }) => ({ ...step, Lx });
const zeroMigration: Change = (step) => ({ ...step, migrants: step.migrants.map(() => 0) });
const instantReplacement: Change = (step) => {
  const { sexRatioAtBirth, Lx, fertility } = step;
  const factor = replacementFactor({ fertility, Lx: Lx.female, sexRatioAtBirth });
  return { ...step, fertility: fertility.map((rate) => rate * factor) };
};

const changes: Readonly<Record<Variant, readonly Change[]>> = {
  low: [(step, _first, span) => shiftFertility(step, -1, span)],
  high: [(step, _first, span) => shiftFertility(step, 1, span)],
  'constant-fertility': [constantFertility],
  'constant-mortality': [constantMortality],
  'no-change': [constantFertility, constantMortality],
  'zero-migration': [zeroMigration],
  'instant-replacement': [instantReplacement],
  momentum: [constantMortality, zeroMigration, instantReplacement],
};

/**
 * A variant of a medium projection's assumptions, one entry a step of `width` years. Low and high: 0.25 child less or more in the first
 * five years, 0.40 in the next five, 0.50 after, spread over ages in proportion. Constant: as in the first step. Instant replacement: net reproduction
 * rate 1 from the first step on. Momentum: that, constant mortality and no migration.
 */
export function variantOf(medium: readonly StepAssumptions[], variant: Variant, width = 1): StepAssumptions[] {
  return medium.map((step, index) =>
    changes[variant].reduce((changed, change) => change(changed, medium[0]!, { at: index * width, width }), step),
  );
}

/** The schedule scaled to a total fertility lower (−1) or higher (1) by the UN's part of a child, not below 0. */
function shiftFertility(
  step: StepAssumptions,
  direction: -1 | 1,
  { at, width }: { readonly at: number; readonly width: number },
): StepAssumptions {
  const total = width * step.fertility.reduce((a, b) => a + b, 0);
  const children = at < 5 ? 0.25 : at < 10 ? 0.4 : 0.5;
  const factor = total > 0 ? Math.max(0, 1 + (direction * children) / total) : 0;
  return { ...step, fertility: step.fertility.map((rate) => rate * factor) };
}

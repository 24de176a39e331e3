import type { Formula } from '../formula.ts';

/** Live-born boys per 100 girls. */
export const sexRatioAtBirth: Formula = {
  id: 'sex-ratio-at-birth',
  expression: 'B(male) / B(female) × 100',
  unit: 'per-100-females',
  basis: 'resident',
  compute: (ask) => ask.sexRatioAtBirth(),
};

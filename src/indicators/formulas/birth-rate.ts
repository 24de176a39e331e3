import { isMissing, ratio, whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Crude birth rate, per mille of mid-year residents. */
export const birthRate: Formula = {
  id: 'birth-rate',
  expression: 'B / ((P(t−1) + P(t)) / 2) × 1000',
  unit: 'per-mille',
  basis: 'resident',
  compute: (ask) => {
    const before = ask.personsBefore();
    const now = ask.persons();
    const births = ask.births();
    if (isMissing(before)) return before;
    return whenPresent(now, (persons) => ratio(births, (before + persons) / 2, 1000));
  },
};

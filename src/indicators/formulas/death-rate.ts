import { isMissing, ratio, whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Crude death rate, per mille of mid-year residents. */
export const deathRate: Formula = {
  id: 'death-rate',
  expression: 'D / ((P(t−1) + P(t)) / 2) × 1000',
  unit: 'per-mille',
  basis: 'resident',
  compute: (ask) => {
    const before = ask.personsBefore();
    const now = ask.persons();
    const deaths = ask.deaths();
    if (isMissing(before)) return before;
    return whenPresent(now, (persons) => ratio(deaths, (before + persons) / 2, 1000));
  },
};

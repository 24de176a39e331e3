import { isMissing, ratio, whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Births less deaths, per mille of mid-year residents. */
export const naturalIncreaseRate: Formula = {
  id: 'natural-increase-rate',
  expression: '(B − D) / ((P(t−1) + P(t)) / 2) × 1000',
  unit: 'per-mille',
  basis: 'resident',
  compute: (ask) => {
    const before = ask.personsBefore();
    const births = ask.births();
    const deaths = ask.deaths();
    if (isMissing(before)) return before;
    if (isMissing(births)) return births;
    if (isMissing(deaths)) return deaths;
    return whenPresent(ask.persons(), (persons) => ratio(births - deaths, (before + persons) / 2, 1000));
  },
};

import { ratio, whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Children and residents of 65 and over per 100 of 15-64. */
export const totalDependencyRatio: Formula = {
  id: 'total-dependency-ratio',
  expression: '(P(0–14) + P(65+)) / P(15–64) × 100',
  unit: 'per-cent',
  basis: 'resident',
  compute: (ask) => {
    const old = ask.persons(65, 100);
    return whenPresent(ask.persons(0, 14), (children) =>
      whenPresent(old, (aged) => ratio(children + aged, ask.persons(15, 64), 100)),
    );
  },
};

import { whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Residents who have reached the statutory retirement age of the year, 万人. */
export const pensionAgeStatutory: Formula = {
  id: 'pension-age-statutory',
  expression: '(P(16+) − Σ P(x) · working age(x)) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'resident',
  compute: (ask) => {
    const working = ask.scheduled('statutory-working-age');
    return whenPresent(ask.persons(16, 100), (adults) =>
      whenPresent(working, (persons) => (adults - persons) / 10_000),
    );
  },
};

import { ratio, whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Residents of statutory working age per one who has reached retirement age: who may pay in per who may draw. */
export const contributorsPerPensioner: Formula = {
  id: 'contributors-per-pensioner',
  expression: 'Σ P(x) · working age(x) / (P(16+) − Σ P(x) · working age(x))',
  unit: 'persons-per-pensioner',
  basis: 'resident',
  compute: (ask) => {
    const working = ask.scheduled('statutory-working-age');
    return whenPresent(ask.persons(16, 100), (adults) =>
      whenPresent(working, (persons) => ratio(persons, adults - persons)),
    );
  },
};

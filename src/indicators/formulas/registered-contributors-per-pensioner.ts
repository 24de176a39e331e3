import { ratio, whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Registered persons of statutory working age per one who has reached retirement age: who may pay in per who may draw. */
export const registeredContributorsPerPensioner: Formula = {
  id: 'registered-contributors-per-pensioner',
  expression: 'Σ R(x) · working age(x) / (R(16+) − Σ R(x) · working age(x))',
  unit: 'persons-per-pensioner',
  basis: 'registered',
  compute: (ask) => {
    const working = ask.scheduled('statutory-working-age', 'registered');
    return whenPresent(ask.registered(16, 100), (adults) =>
      whenPresent(working, (persons) => ratio(persons, adults - persons)),
    );
  },
};

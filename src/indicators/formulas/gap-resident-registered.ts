import { whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Registered less usual residents, 万人: how many more are registered here than live here. */
export const gapResidentRegistered: Formula = {
  id: 'gap-resident-registered',
  expression: '(registered − P) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'mixed',
  compute: (ask) => {
    const residents = ask.persons();
    return whenPresent(ask.registered(), (registered) =>
      whenPresent(residents, (persons) => (registered - persons) / 10_000),
    );
  },
};

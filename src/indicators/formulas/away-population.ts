import { whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Persons registered here who live in another county or farther away, 万人: what closes registered = residents − floating + away. */
export const awayPopulation: Formula = {
  id: 'away-population',
  expression: '(R − P + floating) / 10 000',
  unit: 'ten-thousand-persons',
  basis: 'mixed',
  compute: (ask) => {
    const residents = ask.persons();
    const within = ask.variable('inflow-same-province');
    const beyond = ask.variable('inflow-other-province');
    return whenPresent(ask.registered(), (registered) =>
      whenPresent(residents, (persons) =>
        whenPresent(within, (near) => whenPresent(beyond, (far) => (registered - persons + near + far) / 10_000)),
      ),
    );
  },
};

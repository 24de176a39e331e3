import { isMissing, missing, whenPresent } from '#base';
import type { Formula } from '../formula.ts';

/** Age that half of the residents have not reached, years; spread evenly inside a single age. */
export const medianAge: Formula = {
  id: 'median-age',
  expression: 'x: P(0..x) = P / 2',
  unit: 'years',
  basis: 'resident',
  compute: (ask) => {
    const ages = ask.ages();
    if (isMissing(ages)) return ages;
    return whenPresent(ask.persons(), (all) => {
      let below = 0;
      for (const [age, there] of ages.entries()) {
        if (there > 0 && below + there >= all / 2) return age + (all / 2 - below) / there;
        below += there;
      }
      return missing('denominator-zero');
    });
  },
};

import { AGES, exp } from '#base';

/**
 * Rogers & Castro's model migration schedule: a childhood curve, a labour-force peak, a peak of retirement where there is one, and a constant;
 * scaled to sum to 1 over ages 0..100. Seven parameters, eleven with retirement. Rogers & Castro 1981, RR-81-30, eq. 2.
 * Sexes that move unlike each other have a set of parameters each.
 */
export function rogersCastro(parameters: RogersCastroParameters = standardMigration): Float64Array {
  const { childLevel, childSlope, work, retirement, constant } = parameters;
  const rates = Float64Array.from(
    { length: AGES },
    (_, age) =>
      childLevel * exp(-childSlope * age) +
      peakAt(work, age) +
      (retirement === undefined ? 0 : peakAt(retirement, age)) +
      constant,
  );
  const sum = rates.reduce((a, b) => a + b, 0);
  return rates.map((rate) => rate / sum);
}

export interface RogersCastroParameters {
  readonly childLevel: number;
  readonly childSlope: number;
  readonly work: MigrationPeak;
  readonly retirement?: MigrationPeak;
  readonly constant: number;
}

/** A double-exponential wave over age: `level`, rate of `ascent` before and `slope` after an age near `position`. */
export interface MigrationPeak {
  readonly level: number;
  readonly slope: number;
  readonly position: number;
  readonly ascent: number;
}

const peakAt = ({ level, slope, position, ascent }: MigrationPeak, age: number): number =>
  level * exp(-slope * (age - position) - exp(-ascent * (age - position)));

/** Rogers & Castro's fundamental parameters. */
export const standardMigration: RogersCastroParameters = {
  childLevel: 0.02,
  childSlope: 0.1,
  work: { level: 0.06, slope: 0.1, position: 20, ascent: 0.4 },
  constant: 0.003,
};

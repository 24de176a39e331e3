import { AGES } from '#base';

/**
 * Rogers & Castro's model migration schedule with the seven standard parameters of the UN manual: a childhood curve, a labour-force peak in the early
 * twenties and a constant, scaled to sum to 1 over ages 0..100. Rogers & Castro 1981, RR-81-30, eq. 2.
 */
export function rogersCastro(parameters: RogersCastroParameters = standardMigration): Float64Array {
  const { childLevel, childSlope, workLevel, workSlope, workPeak, workAscent, constant } = parameters;
  const rates = Float64Array.from(
    { length: AGES },
    (_, age) =>
      childLevel * Math.exp(-childSlope * age) +
      workLevel * Math.exp(-workSlope * (age - workPeak) - Math.exp(-workAscent * (age - workPeak))) +
      constant,
  );
  const sum = rates.reduce((a, b) => a + b, 0);
  return rates.map((rate) => rate / sum);
}

export interface RogersCastroParameters {
  readonly childLevel: number;
  readonly childSlope: number;
  readonly workLevel: number;
  readonly workSlope: number;
  readonly workPeak: number;
  readonly workAscent: number;
  readonly constant: number;
}

/** Rogers & Castro's fundamental parameters. */
export const standardMigration: RogersCastroParameters = {
  childLevel: 0.02,
  childSlope: 0.1,
  workLevel: 0.06,
  workSlope: 0.1,
  workPeak: 20,
  workAscent: 0.4,
  constant: 0.003,
};

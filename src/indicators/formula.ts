import type { Basis, Explanation, Missing } from '#base';
import type { Input, Inputs } from './inputs.ts';

/**
 * An indicator's computation: pure, of one area and year, by named inputs. `expression` is the formula as people write it.
 */
export interface Formula {
  readonly id: string;
  readonly expression: string;
  /** Id of the unit that the result is in; an indicator that uses the formula must have it. */
  readonly unit: string;
  readonly basis: Basis;
  compute(ask: Asker): number | Missing;
}

/** The inputs as plain values; each question asked is remembered for the explanation. */
export type Asker = Pick<Inputs, 'ages'> & {
  readonly [K in Exclude<keyof Inputs, 'ages'>]: (...args: Parameters<Inputs[K]>) => number | Missing;
};

export interface Evaluation {
  readonly value: number | Missing;
  readonly explanation: Explanation;
  /** True where every input is an assumption: the result is then one too. */
  readonly assumed: boolean;
  /** True where an input is an estimate of this product's. */
  readonly estimated: boolean;
}

/** Runs a formula and tells how the result came about. */
export function evaluate(formula: Formula, inputs: Inputs): Evaluation {
  const asked: Input[] = [];
  const remember = (input: Input): number | Missing => {
    if (!asked.some((earlier) => earlier.name.en === input.name.en)) asked.push(input);
    return input.value;
  };
  const ask: Asker = {
    persons: (from, to, sex) => remember(inputs.persons(from, to, sex)),
    ages: () => inputs.ages(),
    personsBefore: () => remember(inputs.personsBefore()),
    births: () => remember(inputs.births()),
    deaths: () => remember(inputs.deaths()),
    netMigration: () => remember(inputs.netMigration()),
    totalFertility: () => remember(inputs.totalFertility()),
    sexRatioAtBirth: () => remember(inputs.sexRatioAtBirth()),
    lifeExpectancy: () => remember(inputs.lifeExpectancy()),
    urbanPersons: () => remember(inputs.urbanPersons()),
    urbanByGrowth: () => remember(inputs.urbanByGrowth()),
    registered: (from, to, sex) => remember(inputs.registered(from, to, sex)),
    scheduled: (schedule, of) => remember(inputs.scheduled(schedule, of)),
    comparisonPersons: () => remember(inputs.comparisonPersons()),
    variable: (name) => remember(inputs.variable(name)),
    landArea: () => remember(inputs.landArea()),
  };
  const value = formula.compute(ask);
  const assumed = asked.length > 0 && asked.every((input) => input.assumed === true);
  const estimated = asked.some((input) => input.estimated === true);
  const inputsShown = asked.map(({ name, value: of, unit, source }) => ({ name, value: of, unit, source }));
  return { value, assumed, estimated, explanation: { formula: formula.expression, inputs: inputsShown } };
}

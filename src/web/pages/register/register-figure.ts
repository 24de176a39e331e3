import type { RegisterAnswer } from '#api/answers';
import type { AreaCode, Basis, ExplainedInput, Figure, LocalText, Missing } from '#base';
import { fill } from '../../text/catalogue.ts';
import { registerText } from './text.ts';

export type Version = NonNullable<RegisterAnswer['version']>;

/** A number of the register as a figure: people, as of the day the departments knew, from a version. */
export const registerFigure = (
  version: Version,
  {
    area,
    basis,
    value,
    indicator,
    formula,
    inputs = [],
  }: {
    readonly area: AreaCode;
    readonly basis: Basis;
    readonly value: number | Missing;
    readonly indicator: string;
    readonly formula?: string;
    readonly inputs?: readonly ExplainedInput[];
  },
): Figure => ({
  indicator,
  area,
  year: Number(version.known.slice(0, 4)),
  value,
  unit: 'persons',
  basis,
  status: version.simulated ? 'simulated' : 'estimated',
  source: { doc: `register-v${version.number}`, note: noteOf(version) },
  ...(formula === undefined ? {} : { explanation: { formula, inputs } }),
});

function noteOf(version: Version): LocalText {
  const values = { number: version.number, known: version.known, files: version.batches.length };
  return { zh: fill(registerText.zh.sourceNote, values), en: fill(registerText.en.sourceNote, values) };
}

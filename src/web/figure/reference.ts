import type { Pack, Scenario, Unit } from '#plan';

/** The scenario that a page speaks of when it names none. */
export const referenceScenario = (pack: Pack): Scenario =>
  pack.scenarios.find((scenario) => scenario.id === pack.info.scenario)!;

export const unitOf = (pack: Pack, id: string): Unit | undefined => pack.units.find((unit) => unit.id === id);

/** Id of the pack's unit for per cent. */
export const percentUnit = (pack: Pack): string => pack.units.find((unit) => unit.label.zh === '%')?.id ?? 'percent';

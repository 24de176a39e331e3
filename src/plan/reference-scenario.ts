import type { Pack } from './pack.ts';
import type { Scenario } from './parse/schema.ts';

/** The scenario that is spoken of where none is named; the pack's own choice. */
export const referenceScenario = (pack: Pack): Scenario =>
  pack.scenarios.find((scenario) => scenario.id === pack.info.scenario)!;

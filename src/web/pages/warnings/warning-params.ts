import type { Pack } from '#plan';
import { planAreas, referenceScenario } from '#plan';
import { GRADES } from '#warning';
import type { StateOf } from '../../url/params.ts';
import { textParam } from '../../url/params.ts';

/** Gravest first. */
export const GRAVEST_FIRST = [...GRADES].reverse();

/** The page's state in the URL; 'all' does not narrow. */
export const warningParams = (pack: Pack) => ({
  area: textParam(['all', ...planAreas(pack).map((area) => area.code)], 'all'),
  grade: textParam(['all', ...GRADES], 'all'),
  kind: textParam(['all', 'observed', 'expected'], 'all'),
  scenario: textParam(
    pack.scenarios.map((scenario) => scenario.id),
    referenceScenario(pack).id,
  ),
  rule: textParam(['all', ...pack.warnings.map((rule) => rule.id)], 'all'),
});

export type WarningState = StateOf<ReturnType<typeof warningParams>>;
export type UpdateWarnings = (change: Partial<WarningState>) => void;

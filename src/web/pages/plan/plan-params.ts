import type { Verdict } from '#monitoring';
import type { Pack, Statement } from '#plan';
import { planAreas, referenceScenario } from '#plan';
import type { Param, StateOf } from '../../url/params.ts';
import { textParam } from '../../url/params.ts';
import { TOPICS } from '../../figure/topics.ts';

export const TABS = ['indicators', 'statements', 'consistency', 'outline'] as const;
export type Tab = (typeof TABS)[number];

/** What the list may be narrowed to by light; `none`: indicators without a target. */
export const LIGHT_CHOICES = ['all', 'red', 'yellow', 'green', 'grey', 'none'] as const;
export const VERDICTS = ['conflicts', 'agrees', 'not-computable', 'text-only'] as const satisfies readonly Verdict[];
export const SEVERITIES = ['high', 'medium', 'low'] as const satisfies readonly Statement['severity'][];

/** Words to look for; anything up to 40 characters. */
const searchParam: Param<string> = {
  fallback: '',
  parse: (text) => (text.length <= 40 ? text : undefined),
  format: (value) => value.slice(0, 40),
};

/** The page's state in the URL. `indicator` and `statement` are '' where none is chosen. */
export const planParams = (pack: Pack) => ({
  tab: textParam<Tab>(TABS, 'indicators'),
  indicator: textParam(['', ...pack.indicators.map((indicator) => indicator.id)], ''),
  area: textParam(
    planAreas(pack).map((area) => area.code),
    pack.info.city,
  ),
  scenario: textParam(
    pack.scenarios.map((scenario) => scenario.id),
    referenceScenario(pack).id,
  ),
  q: searchParam,
  topic: textParam(['all', ...TOPICS], 'all'),
  light: textParam(LIGHT_CHOICES, 'all'),
  kind: textParam(['all', 'anticipated', 'binding', 'none'], 'all'),
  verdict: textParam(['all', ...VERDICTS], 'all'),
  severity: textParam(['all', ...SEVERITIES], 'all'),
  statement: textParam(['', ...pack.statements.map((statement) => statement.id)], ''),
});

export type PlanState = StateOf<ReturnType<typeof planParams>>;
export type UpdatePlan = (change: Partial<PlanState>) => void;

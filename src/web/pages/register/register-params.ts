import type { Pack } from '#plan';
import { countiesOf } from '#plan';
import type { Param, StateOf } from '../../url/params.ts';
import { dayParam } from '../../url/list-params.ts';
import { textParam } from '../../url/params.ts';

export const TABS = ['counts', 'statistics', 'households', 'accounts', 'person', 'check'] as const;
export type Tab = (typeof TABS)[number];

/** An identifier of the register, which says nothing of the person. */
const personParam: Param<string> = {
  fallback: '',
  parse: (text) => (/^[0-9a-f]{1,40}$/.test(text) ? text : undefined),
  format: (value) => value,
};

/** The page's state in the URL. Who was searched for, and why, never stands in it. `county`, `person` and `known` are '' where none is chosen. */
export const registerParams = (pack: Pack) => ({
  tab: textParam<Tab>(TABS, 'counts'),
  county: textParam(['', ...countiesOf(pack).map(({ code }) => code)], ''),
  basis: textParam(['resident', 'registered'], 'resident'),
  beside: textParam(['projection', 'census'], 'projection'),
  lineage: textParam(['', 'files'], ''),
  person: personParam,
  known: dayParam,
});

export type RegisterState = StateOf<ReturnType<typeof registerParams>>;
export type UpdateRegister = (change: Partial<RegisterState>) => void;

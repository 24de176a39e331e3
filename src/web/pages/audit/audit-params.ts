import type { Param, StateOf } from '../../url/params.ts';
import { textParam } from '../../url/params.ts';
import { dayParam, offsetParam } from '../../url/list-params.ts';

/** Kinds of actions that the product records. */
export const KINDS = [
  'person.sought',
  'person.seen',
  'pair.seen',
  'pair.decided',
  'checklist.seen',
  'residence.checked',
  'quarantine.seen',
  'row.corrected',
  'file.handed-in',
  'register.refreshed',
  'session.began',
  'account.added',
  'account.password',
  'account.disabled',
  'trail.seen',
] as const;

/** An account's name; '' for all. */
const accountParam: Param<string> = {
  fallback: '',
  parse: (text) => (text.length <= 80 ? text : undefined),
  format: (value) => value,
};

/** The page's state in the URL; `by`, `day` and `kind` are '' where all are shown. */
export const auditParams = {
  by: accountParam,
  day: dayParam,
  kind: textParam(['', ...KINDS], ''),
  offset: offsetParam,
};

export type AuditState = StateOf<typeof auditParams>;

/** Actions that the server sends at a time. */
export const PAGE_SIZE = 50;

/** The address of the part of the trail that is shown. A day is one of where the page is looked at. */
export function trailAddress({ by, day, kind, offset }: AuditState): string {
  const query = new URLSearchParams({ offset: String(offset), limit: String(PAGE_SIZE) });
  if (by !== '') query.set('by', by);
  if (kind !== '') query.set('kind', kind);
  if (day !== '') {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    query.set('from', new Date(year, month - 1, date).toISOString());
    query.set('until', new Date(year, month - 1, date + 1).toISOString());
  }
  return `/api/actions?${query.toString()}`;
}

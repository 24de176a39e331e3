import type { Pack } from '#plan';
import { offsetParam } from '../../url/list-params.ts';
import type { StateOf } from '../../url/params.ts';
import { textParam } from '../../url/params.ts';

export const TABS = ['contract', 'deliveries', 'quality', 'quarantine', 'upload'] as const;
export type Tab = (typeof TABS)[number];

/** Rows of a list that the server sends at a time. */
export const PAGE_SIZE = 20;

/** The page's state in the URL; `dataset` is '' where all are shown. */
export const dataParams = (pack: Pack) => ({
  dataset: textParam(['', ...pack.datasets.map(({ id }) => id)], ''),
  department: textParam(['all', ...new Set(pack.datasets.map(({ department }) => department))], 'all'),
  tab: textParam<Tab>(TABS, 'deliveries'),
  measure: textParam(['faulty', 'filled'], 'faulty'),
  offset: offsetParam,
});

export type DataState = StateOf<ReturnType<typeof dataParams>>;
export type UpdateData = (change: Partial<DataState>) => void;

import type { Param, StateOf } from '../../url/params.ts';
import { textParam } from '../../url/params.ts';

export const STATES = ['open', 'decided', 'all'] as const;

const placeParam: Param<number> = {
  fallback: 0,
  parse: (text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) - 1 : undefined),
  format: (value) => String(value + 1),
};

/** The page's state in the URL: which pairs, and the place in the queue of the one shown. The records themselves never stand in it. */
export const reviewParams = { state: textParam(STATES, 'open'), at: placeParam };

export type ReviewState = StateOf<typeof reviewParams>;

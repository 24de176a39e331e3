import type { AreaCode, LocalText } from './area.ts';
import type { Missing } from './missing.ts';
import type { Source } from './source.ts';

/** Population concept (口径): 常住 usual residents, 户籍 registered; `mixed` where one figure divides one by the other. */
export type Basis = 'resident' | 'registered' | 'monitored' | 'mixed' | 'none';

/** How a number came to be. It is shown with every number. */
export type Status = 'observed' | 'estimated' | 'projected' | 'target' | 'assumed' | 'simulated';

/**
 * The one shape of every number that leaves the product: on a page, in a report, out of the API.
 * `value` is in `unit`; a figure that cannot be had carries the reason instead, never 0.
 */
export interface Figure {
  readonly indicator: string;
  readonly area: AreaCode;
  /** Calendar year; stocks are at its end, flows cover it. */
  readonly year: number;
  readonly value: number | Missing;
  readonly unit: string;
  readonly basis: Basis;
  readonly status: Status;
  readonly source: Source;
  /** Scenario id, for projected figures. */
  readonly scenario?: string;
  readonly explanation?: Explanation;
}

/** Why a figure is what it is: a tree of inputs down to cited numbers. */
export interface Explanation {
  /** Formula as people write it, e.g. `P(65+) / P × 100`. */
  readonly formula: string;
  readonly inputs: readonly ExplainedInput[];
}

export interface ExplainedInput {
  readonly name: LocalText;
  readonly value: number | Missing;
  readonly unit: string;
  readonly source?: Source | undefined;
}

import type { LocalText, Missing, Source } from '#base';
import type { FigureBook } from '#indicators';
import { figureBook } from '#indicators';
import { runScenario } from '#projection';
import { birthsOfTargets, urbanGrowth } from './joint-growth.ts';
import { migrationBetweenTargets, migrationFromNow } from './joint-migration.ts';
import { otherNumbers } from './joint-others.ts';
import type { HeldTarget } from './joint-run.ts';
import { jointRun } from './joint-run.ts';

/** Whether a finding of the joint run agrees with the plan: it holds; it would take what has not been seen; another target fails; or it cannot be told. */
export type ConsistencyVerdict = 'holds' | 'beyond-seen' | 'conflicts' | 'not-computable';

export interface ConsistencyFinding {
  readonly id: string;
  readonly verdict: ConsistencyVerdict;
  readonly title: LocalText;
  readonly year: number;
  /** What the joint run gives, in `unit`. */
  readonly computed: number | Missing;
  /** What the plan says of it, where it says a number. */
  readonly stated?: number;
  readonly unit: string;
  /** The calculation with its numbers, as people would write it. */
  readonly arithmetic: string;
  /** The finding first, then what it is held against. */
  readonly sentences: readonly LocalText[];
  readonly sources: readonly Source[];
}

/** The plan's targets run together, and what comes out. */
export interface ConsistencyReport {
  readonly held: readonly HeldTarget[];
  readonly findings: readonly ConsistencyFinding[];
}

/**
 * Are the plan's targets consistent with one another? Fertility, life expectancy, sex ratio at birth, urban share and population are held at the
 * plan's targets in one projection; then: what migration do the population targets take, between the targets and from today; what births and urban
 * growth come with them; and are the remaining targets and forecasts of the plan kept in that run?
 */
export function consistency(book: FigureBook): ConsistencyReport {
  const { baseline } = book;
  const joint = jointRun(baseline);
  const projection = runScenario(baseline, joint.scenario);
  const jointBook = figureBook(baseline, new Map([[joint.scenario.id, projection]]));
  return {
    held: [...joint.sizes, ...joint.held],
    findings: [
      ...migrationBetweenTargets(book, joint, projection),
      ...migrationFromNow(book, joint),
      ...birthsOfTargets(book, joint, jointBook),
      ...urbanGrowth(book, joint, jointBook),
      ...otherNumbers(book, joint, jointBook),
    ],
  };
}

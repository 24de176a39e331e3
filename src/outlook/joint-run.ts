import type { AreaCode } from '#base';
import type { AssumptionPath, DatedValue, Indicator, Pack, Scenario } from '#plan';
import { valuesFor, referenceScenario } from '#plan';
import type { Baseline } from '#projection';
import { assumptionAt } from '#projection';
import type { ConsistencyVerdict } from './consistency.ts';
import type { Grade } from './plausibility.ts';

/** Formulas whose indicator a scenario sets, and the assumption that sets it. */
const SET_BY = {
  'total-fertility-rate': 'fertility',
  'life-expectancy': 'lifeExpectancy',
  'sex-ratio-at-birth': 'sexRatioAtBirth',
  'urbanisation-rate': 'urbanShare',
} as const;
const SIZE = 'resident-population';

/** A number that the plan sets for a year, and the indicator it belongs to. */
export interface HeldTarget {
  readonly indicator: Indicator;
  readonly target: DatedValue & { readonly value: number };
}

/** The plan's own targets as one scenario: everything they set is held to them; migration is what the population targets then take. */
export interface JointRun {
  readonly scenario: Scenario;
  readonly held: readonly HeldTarget[];
  /** Population targets, ascending; empty where the plan has none. */
  readonly sizes: readonly HeldTarget[];
}

/** The city's targets that are plain numbers, one a year: the box and the text of a plan may both say it. */
const targetsOf = (pack: Pack, indicator: Indicator, area: AreaCode): readonly HeldTarget[] =>
  valuesFor(pack, indicator, area, ['target'])
    .filter((target, index, all) => all.findIndex(({ at }) => at === target.at) === index)
    .map((target) => ({ indicator, target }));

/**
 * The scenario that a plan's targets make together: fertility, life expectancy, sex ratio at birth and urban share run in a line from
 * the reference scenario's value of the base year through the targets, population along its own targets; what the plan
 * does not set is the reference scenario's.
 */
export function jointRun({ pack, baseYear }: Baseline): JointRun {
  const { city } = pack.info;
  const reference = referenceScenario(pack);
  const held: HeldTarget[] = [];
  const paths: Record<string, AssumptionPath> = {};
  for (const [formula, assumption] of Object.entries(SET_BY)) {
    const targets = pack.indicators
      .filter((indicator) => indicator.formula === formula)
      .flatMap((indicator) => targetsOf(pack, indicator, city))
      .filter(({ target }) => target.at > baseYear);
    if (targets.length === 0) continue;
    held.push(...targets);
    const start = assumptionAt(reference, {}, assumption, baseYear);
    paths[assumption] = [
      { at: baseYear, value: start, source: { doc: 'own-derivation' } },
      ...targets.map(({ target }) => ({ at: target.at, value: target.value, source: target.source })),
    ];
  }
  const size = pack.indicators.find(({ formula }) => formula === SIZE);
  const sizes = size === undefined ? [] : targetsOf(pack, size, city).filter(({ target }) => target.at > baseYear);
  const { totals: _, ...free } = reference;
  const scenario: Scenario = {
    ...free,
    ...paths,
    id: 'joint-targets',
    label: { zh: '规划目标合并', en: "the plan's targets together" },
    description: { zh: '规划的各项目标同时成立', en: "all of the plan's targets at once" },
    ...(size === undefined || sizes.length === 0
      ? {}
      : { totals: { indicator: size.id, role: 'target', from: baseYear + 1, to: sizes.at(-1)!.target.at } }),
  };
  return { scenario, held, sizes };
}

/** What a grade means for a target. */
export const VERDICT_OF: Readonly<Record<Grade, ConsistencyVerdict>> = {
  seen: 'holds',
  beyond: 'beyond-seen',
  'never-seen': 'beyond-seen',
};

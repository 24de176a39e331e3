import type { LocalText, Missing } from '#base';
import { isMissing } from '#base';
import type { Assumption, Scenario } from '#plan';
import { ASSUMPTIONS } from '#plan';
import type { Baseline, Changes } from '#projection';
import { runScenario } from '#projection';
import type { Measure } from './projected-figure.ts';
import { projectedFigure } from './projected-figure.ts';

/** What makes one projection differ from another. Sex ratio at birth goes with fertility; urban share is left to migration. */
export const FACTORS = ['base', 'fertility', 'mortality', 'migration'] as const;
export type Factor = (typeof FACTORS)[number];

export const FACTOR_NAMES: Readonly<Record<Factor, LocalText>> = {
  base: { zh: '起点人口', en: 'base population' },
  fertility: { zh: '生育', en: 'fertility' },
  mortality: { zh: '死亡', en: 'mortality' },
  migration: { zh: '迁移', en: 'migration' },
};

/** Assumptions of a scenario by the factor they belong to; given totals go with migration, which they decide. */
const FACTOR_OF: Readonly<Record<Assumption, Factor>> = {
  fertility: 'fertility',
  sexRatioAtBirth: 'fertility',
  lifeExpectancy: 'mortality',
  netMigration: 'migration',
  redistribution: 'migration',
  urbanShare: 'migration',
};

/** One of two projections. Both have the same counties and the same base year. */
export interface Side {
  readonly baseline: Baseline;
  readonly scenario: Scenario;
  readonly changes?: Changes;
}

export interface Decomposition {
  readonly measure: Measure;
  /** The measure in each projection, in the indicator's unit. */
  readonly from: number;
  readonly to: number;
  /** `to` less `from`, by factor; they add up to it. */
  readonly parts: Readonly<Record<Factor, number>>;
}

/**
 * The difference of two projections in one figure, by factor: each factor's part is the mean, over all orders in which the four may be
 * exchanged, of what exchanging it changes (Shapley 1953; Das Gupta 1993, P23-186), so that the parts add up exactly and do not depend
 * on an order. Sixteen runs. Where the two differ in migration and a total decides it in one, the numbers that came out are exchanged;
 * what then remains (counties with totals of their own) is migration's too. Missing where a projection cannot tell the figure.
 */
export function decompose(from: Side, to: Side, measure: Measure): Decomposition | Missing {
  if (from.baseline.baseYear !== to.baseline.baseYear) throw new Error('projections from two base years');
  const ends = [from, to].map((side) => valueOf(side, measure));
  const absent = ends.find(isMissing);
  if (absent !== undefined) return absent;
  const [start, end] = ends as [number, number];
  const sides = sameMigration(from, to) ? [from, to] : [from, to].map((side) => withNumbers(side, measure.year));
  const values = new Map<string, number>();
  const mixed = (taken: ReadonlySet<Factor>): number => {
    const key = FACTORS.map((factor) => (taken.has(factor) ? 1 : 0)).join('');
    const known = values.get(key) ?? numberOf(mix(sides[0]!, sides[1]!, taken), measure);
    values.set(key, known);
    return known;
  };
  const parts = Object.fromEntries(FACTORS.map((factor) => [factor, shapley(factor, mixed)])) as Record<Factor, number>;
  const rest = end - start - (mixed(new Set(FACTORS)) - mixed(new Set()));
  return { measure, from: start, to: end, parts: { ...parts, migration: parts.migration + rest } };
}

/** A factor's mean contribution: subsets of the others weighted by how many orders put exactly them before it. */
function shapley(factor: Factor, value: (taken: ReadonlySet<Factor>) => number): number {
  const others = FACTORS.filter((other) => other !== factor);
  let sum = 0;
  for (let subset = 0; subset < 2 ** others.length; subset++) {
    const before = others.filter((_, index) => ((subset >> index) & 1) === 1);
    const orders = factorial(before.length) * factorial(others.length - before.length);
    sum += (orders / factorial(FACTORS.length)) * (value(new Set([...before, factor])) - value(new Set(before)));
  }
  return sum;
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

const valueOf = ({ baseline, scenario, changes = {} }: Side, measure: Measure): number | Missing =>
  projectedFigure(baseline, scenario, changes, measure).value;

function numberOf(side: Side, measure: Measure): number {
  const value = valueOf(side, measure);
  if (isMissing(value)) throw new Error(`a mixed projection has no ${measure.indicator}`);
  return value;
}

/** A projection with the taken factors of one side and the others of the other. */
function mix(from: Side, to: Side, taken: ReadonlySet<Factor>): Side {
  const side = (factor: Factor): Side => (taken.has(factor) ? to : from);
  const { baseline, scenario } = side('migration');
  const fertility = side('fertility').baseline;
  const changes: Record<string, Readonly<Record<number, number>>> = {};
  const paths: Partial<Record<Assumption, Scenario[Assumption]>> = {};
  for (const assumption of ASSUMPTIONS) {
    const owner = side(FACTOR_OF[assumption]);
    paths[assumption] = owner.scenario[assumption];
    const changed = owner.changes?.[assumption];
    if (changed !== undefined) changes[assumption] = changed;
  }
  return {
    baseline:
      from.baseline === to.baseline
        ? baseline
        : {
            ...baseline,
            base: side('base').baseline.base,
            fertility: fertility.fertility,
            totalFertility: fertility.totalFertility,
            cityTotalFertility: fertility.cityTotalFertility,
            mortality: side('mortality').baseline.mortality,
          },
    scenario: { ...scenario, ...paths },
    changes,
  };
}

/** Whether two sides have the same migration by assumption, not by outcome. */
function sameMigration(a: Side, b: Side): boolean {
  if (a.baseline.decadeMigration !== b.baseline.decadeMigration) return false;
  const rules = ({ scenario, changes }: Side): string => {
    const paths = ASSUMPTIONS.filter((name) => FACTOR_OF[name] === 'migration').map((name) => [
      scenario[name].map(({ at, value }) => [at, value]),
      changes?.[name],
    ]);
    return JSON.stringify([scenario.totals, paths]);
  };
  return rules(a) === rules(b);
}

/** A side whose given totals are replaced by the net migration of each year that came out of them. */
function withNumbers(side: Side, until: number): Side {
  const { baseline, scenario, changes = {} } = side;
  if (scenario.totals === undefined) return side;
  const { used } = runScenario(baseline, scenario, { until, changes });
  const netMigration = Object.fromEntries([...used].map(([year, { netMigration: net }]) => [year, net]));
  const { totals: _, ...free } = scenario;
  return { ...side, scenario: free, changes: { ...changes, netMigration } };
}

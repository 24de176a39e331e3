import type { Edits } from '#charts';
import type { Pack } from '#plan';
import { planAreas } from '#plan';
import type { Changes } from '#projection';
import type { Ignored, Param } from '../../url/params.ts';
import { listParam, numberParam, textParam, writeState, yearParam } from '../../url/params.ts';
import type { AssumptionKind } from './assumption-kinds.ts';
import { KINDS } from './assumption-kinds.ts';
import type { ChangesLimits } from './changes-param.ts';
import { changesParam, senselessEntries } from './changes-param.ts';
import type { LabYears } from './lab.ts';
import { OWN } from './lab.ts';
import { COUNTS, LARGEST_SEED } from './odds/draws.ts';
import { aimParam } from './solve/aim.ts';
import { tidyName } from './saved-scenarios.ts';

/** Parts of the page below the laboratory, of which one is open. */
export const TOOLS = ['compare', 'districts', 'odds', 'solve', 'check', 'split', 'table'] as const;
export type Tool = (typeof TOOLS)[number];

/** Most scenarios in one chart. */
export const MOST_SCENARIOS = 6;

/** The page's state in the URL, apart from the changes: reference, area, year of the pyramid, name, and the comparison. */
export function viewParams(pack: Pack, years: LabYears, indicators: readonly string[], saved: readonly string[] = []) {
  const scenarios = pack.scenarios.map(({ id }) => id);
  const all = listParam([...scenarios, ...saved], scenarios.slice(0, MOST_SCENARIOS));
  return {
    s: textParam(scenarios, pack.info.scenario),
    area: textParam(
      planAreas(pack).map(({ code }) => code),
      pack.info.city,
    ),
    year: yearParam(years.base, years.horizon, years.outcomes[2] ?? years.horizon),
    show: textParam(indicators, indicators[0] ?? ''),
    name: nameParam,
    tool: textParam<Tool>(TOOLS, 'compare'),
    draws: textParam(COUNTS.map(String), '1000'),
    seed: numberParam(0, LARGEST_SEED, 1),
    aim: aimParam(years, indicators),
    from: textParam([OWN, ...scenarios, ...saved], pack.info.scenario),
    to: textParam([OWN, ...scenarios, ...saved], scenarios.find((id) => id !== pack.info.scenario) ?? OWN),
    with: { ...all, parse: (text: string) => limited(all.parse(text)) },
  };
}

/** What the user calls the projection; it travels with the link. */
const nameParam: Param<string> = {
  fallback: '',
  parse: (text) => (tidyName(text) === text ? text : undefined),
  format: (name) => name,
};

const limited = <T>(items: readonly T[] | undefined): readonly T[] | undefined =>
  items === undefined || items.length > MOST_SCENARIOS ? undefined : items;

const limitsOf = (kind: AssumptionKind, years: LabYears): ChangesLimits => ({
  years: [years.anchor + 1, years.horizon],
  values: kind.bounds,
});

/** One part of the URL for each assumption. */
export const changesParams = (years: LabYears): Readonly<Record<string, Param<Edits>>> =>
  Object.fromEntries(KINDS.map((kind) => [kind.key, changesParam(limitsOf(kind, years))]));

/** Entries of changes that were left out although others beside them were taken. */
export function ignoredEntries(years: LabYears, search: string): readonly Ignored[] {
  const query = new URLSearchParams(search);
  return KINDS.flatMap((kind) => {
    const text = query.get(kind.key);
    return text === null ? [] : senselessEntries(kind.key, text, limitsOf(kind, years));
  });
}

/** Changes by assumption from the parts of the URL, and back. */
export const changesFromState = (state: Readonly<Record<string, Edits>>): Changes =>
  Object.fromEntries(KINDS.flatMap((kind) => (hasEdits(state[kind.key]) ? [[kind.id, state[kind.key]]] : [])));

export const stateFromChanges = (changes: Changes): Readonly<Record<string, Edits>> =>
  Object.fromEntries(KINDS.map((kind) => [kind.key, changes[kind.id] ?? {}]));

/** Reference and changes as a query string, without the view: what a saved scenario keeps. */
export const scenarioQuery = (reference: string, changes: Changes, years: LabYears): string =>
  writeState(changesParams(years), `s=${reference}`, stateFromChanges(changes));

/** Changes as they stand in the URL, for notes. */
export const changesWords = (changes: Changes, years: LabYears): string =>
  Object.entries(changesParams(years))
    .map(([key, param]) => [key, param.format(stateFromChanges(changes)[key] ?? {})] as const)
    .filter(([, words]) => words !== '')
    .map(([key, words]) => `${key}=${words}`)
    .join(' ');

const hasEdits = (edits: Edits | undefined): boolean => edits !== undefined && Object.keys(edits).length > 0;

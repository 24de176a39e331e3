import { nearest } from '#base';
import type { PackStore } from '#files';
import type { Indicator, Scenario } from '#plan';
import { planAreas } from '#plan';
import { UsageError } from './command.ts';

const unknown = (what: string, id: string, known: readonly string[]): UsageError => {
  const guess = nearest(id, known);
  return new UsageError(
    `no ${what} ${id}${guess === undefined ? `; known: ${known.join(', ')}` : `; did you mean ${guess}?`}`,
  );
};

/** An area by code or Chinese or English name; the city when left out. */
export function chooseArea(store: PackStore, option: unknown): string {
  const areas = planAreas(store.pack);
  if (typeof option !== 'string') return store.pack.info.city;
  const found = areas.find(({ code, name }) => [code, name.zh, name.en].includes(option));
  if (found === undefined)
    throw unknown(
      'area',
      option,
      areas.flatMap(({ code, name }) => [code, name.zh]),
    );
  return found.code;
}

export function chooseScenario(store: PackStore, option: unknown): Scenario {
  const id = typeof option === 'string' ? option : store.pack.info.scenario;
  const found = store.pack.scenarios.find((scenario) => scenario.id === id);
  if (found === undefined)
    throw unknown(
      'scenario',
      id,
      store.pack.scenarios.map((scenario) => scenario.id),
    );
  return found;
}

export function chooseIndicator(store: PackStore, id: string): Indicator {
  const found = store.pack.indicators.find((indicator) => indicator.id === id || indicator.label.zh === id);
  if (found === undefined)
    throw unknown(
      'indicator',
      id,
      store.pack.indicators.map((indicator) => indicator.id),
    );
  return found;
}

/** A whole number option within bounds. */
export function wholeNumber(name: string, option: unknown, from: number, to: number, fallback: number): number {
  if (option === undefined) return fallback;
  const value = Number(option);
  if (!Number.isInteger(value) || value < from || value > to)
    throw new UsageError(`--${name} must be a whole number from ${from} to ${to}`);
  return value;
}

/** A number option; undefined where it is left out. */
export function decimalNumber(name: string, option: unknown): number | undefined {
  if (option === undefined) return undefined;
  const value = typeof option === 'string' && option.trim() !== '' ? Number(option) : Number.NaN;
  if (!Number.isFinite(value)) throw new UsageError(`--${name} must be a number`);
  return value;
}

/** One of a few words; undefined where it is left out. */
export function oneOf<T extends string>(name: string, option: unknown, known: readonly T[]): T | undefined {
  if (typeof option !== 'string') return undefined;
  const found = known.find((word) => word === option);
  if (found === undefined) throw unknown(name, option, known);
  return found;
}

import { nearest } from '#base';
import type { Indicator, Pack, Scenario } from '#plan';
import { planAreas } from '#plan';
import { UsageError } from './command.ts';

const unknown = (what: string, id: string, known: readonly string[]): UsageError => {
  const guess = nearest(id, known);
  return new UsageError(
    `no ${what} ${id}${guess === undefined ? `; known: ${known.join(', ')}` : `; did you mean ${guess}?`}`,
  );
};

/** An area by code or Chinese or English name; the city when left out. */
export function chooseArea(pack: Pack, option: unknown): string {
  const areas = planAreas(pack);
  if (typeof option !== 'string') return pack.info.city;
  const found = areas.find(({ code, name }) => [code, name.zh, name.en].includes(option));
  if (found === undefined)
    throw unknown(
      'area',
      option,
      areas.flatMap(({ code, name }) => [code, name.zh]),
    );
  return found.code;
}

/** Areas by code or name, between commas; `all` is the city and its counties, the city when left out. */
export function chooseAreas(pack: Pack, option: unknown): readonly string[] {
  if (option === 'all') return planAreas(pack).map(({ code }) => code);
  return typeof option === 'string' ? listed(option).map((one) => chooseArea(pack, one)) : [pack.info.city];
}

export function chooseScenario(pack: Pack, option: unknown): Scenario {
  const id = typeof option === 'string' ? option : pack.info.scenario;
  const found = pack.scenarios.find((scenario) => scenario.id === id);
  if (found === undefined)
    throw unknown(
      'scenario',
      id,
      pack.scenarios.map((scenario) => scenario.id),
    );
  return found;
}

export function chooseIndicator(pack: Pack, id: string): Indicator {
  const found = pack.indicators.find((indicator) => indicator.id === id || indicator.label.zh === id);
  if (found === undefined)
    throw unknown(
      'indicator',
      id,
      pack.indicators.map((indicator) => indicator.id),
    );
  return found;
}

/** Indicators between commas; `all` is every one with a formula, `usual` those of them that the pack has when left out. */
export function chooseIndicators(pack: Pack, option: unknown, usual: readonly string[]): readonly Indicator[] {
  if (option === 'all') return pack.indicators.filter(({ formula }) => formula !== undefined);
  if (typeof option === 'string') return listed(option).map((id) => chooseIndicator(pack, id));
  return usual.flatMap((id) => pack.indicators.filter((indicator) => indicator.id === id));
}

const listed = (option: string): string[] => [...new Set(option.split(/[,\uFF0C\u3001]/).map((word) => word.trim()))];

/** A whole number option within bounds. */
export function wholeNumber(name: string, option: unknown, from: number, to: number, fallback: number): number {
  if (option === undefined) return fallback;
  const value = Number(option);
  if (!Number.isInteger(value) || value < from || value > to)
    throw new UsageError(`--${name} must be a whole number from ${from} to ${to}`);
  return value;
}

/** A number option, within bounds where they are given; undefined where it is left out. */
export function decimalNumber(
  name: string,
  option: unknown,
  [from, to]: readonly [number, number] = [-Infinity, Infinity],
): number | undefined {
  if (option === undefined) return undefined;
  const value = typeof option === 'string' && option.trim() !== '' ? Number(option) : Number.NaN;
  if (!Number.isFinite(value)) throw new UsageError(`--${name} must be a number`);
  if (value < from || value > to) throw new UsageError(`--${name} must be a number from ${from} to ${to}`);
  return value;
}

/** One of a few words; undefined where it is left out. */
export function oneOf<T extends string>(name: string, option: unknown, known: readonly T[]): T | undefined {
  if (typeof option !== 'string') return undefined;
  const found = known.find((word) => word === option);
  if (found === undefined) throw unknown(name, option, known);
  return found;
}

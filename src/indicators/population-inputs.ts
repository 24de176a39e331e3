import type { AreaCode, LocalText, Missing, Population, Sex, Source } from '#base';
import { OPEN_AGE, ageCounts, missing, sumCounts } from '#base';
import type { Input, Inputs } from './inputs.ts';

/** A snapshot of an area that any supplier of inputs is built on: its persons by age and sex, with their origin. */
export interface Snapshot {
  readonly area: AreaCode;
  readonly year: number;
  readonly population: Pick<Population, 'counts' | 'source'> | Missing;
  /** Which areas of the counts make up the area. */
  readonly indices: readonly number[];
}

/** Words of an age and sex selection, e.g. 65岁及以上女性. */
export function selectionName(from: number, to: number, sex?: Sex): LocalText {
  const who =
    sex === undefined
      ? { zh: '人口', en: 'residents' }
      : sex === 'female'
        ? { zh: '女性', en: 'women' }
        : { zh: '男性', en: 'men' };
  if (from === 0 && to === OPEN_AGE) return sex === undefined ? { zh: '常住人口', en: 'residents' } : who;
  if (to === OPEN_AGE) return { zh: `${from}岁及以上${who.zh}`, en: `${who.en} aged ${from} and over` };
  return { zh: `${from}—${to}岁${who.zh}`, en: `${who.en} aged ${from}-${to}` };
}

/** The inputs that follow from the persons alone. */
export function populationInputs(snapshot: Snapshot): Pick<Inputs, 'persons' | 'ages'> {
  const { population, indices } = snapshot;
  return {
    persons: (from = 0, to = OPEN_AGE, sex) => {
      const name = selectionName(from, to, sex);
      if ('missing' in population) return { value: population, name, unit: 'persons' };
      const value = sumCounts(population.counts, { areas: indices, from, to, ...(sex === undefined ? {} : { sex }) });
      return { value, name, unit: 'persons', source: population.source };
    },
    ages: () => {
      if ('missing' in population) return population;
      const men = ageCounts(population.counts, 'male', indices);
      return Array.from(ageCounts(population.counts, 'female', indices), (women, age) => women + men[age]!);
    },
  };
}

export const inputOf = (value: number | Missing, zh: string, en: string, unit: string, source?: Source): Input => ({
  value,
  name: { zh, en },
  unit,
  source,
});

export const notSupplied = (zh: string, en: string, unit: string): Input =>
  inputOf(missing('input-missing', en), zh, en, unit);

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

/** Words of an age and sex selection, e.g. 65岁及以上女性, 户籍18—34岁人口. */
export function selectionName(from: number, to: number, sex?: Sex, basis: CountedBasis = 'resident'): LocalText {
  const registered = basis === 'registered';
  const of = registered ? { zh: '户籍', en: 'registered ' } : { zh: '', en: '' };
  const plain =
    sex === undefined
      ? { zh: '人口', en: registered ? 'population' : 'residents' }
      : sex === 'female'
        ? { zh: '女性', en: 'women' }
        : { zh: '男性', en: 'men' };
  const who = { zh: plain.zh, en: of.en + plain.en };
  const { zh, en } = agesName(from, to, who, sex === undefined && !registered);
  return { zh: of.zh + zh, en };
}

function agesName(from: number, to: number, who: LocalText, allResidents: boolean): LocalText {
  if (from === 0 && to === OPEN_AGE) return allResidents ? { zh: '常住人口', en: 'residents' } : who;
  if (to === OPEN_AGE) return { zh: `${from}岁及以上${who.zh}`, en: `${who.en} aged ${from} and over` };
  return { zh: `${from}—${to}岁${who.zh}`, en: `${who.en} aged ${from}-${to}` };
}

/** Populations that are told by age: who lives here, who is registered here. */
export type CountedBasis = 'resident' | 'registered';

/** The inputs that follow from the persons alone. */
export function populationInputs(snapshot: Snapshot): Pick<Inputs, 'persons' | 'ages'> {
  const { population, indices } = snapshot;
  return {
    persons: (from = 0, to = OPEN_AGE, sex) => personsInput(snapshot, 'resident', from, to, sex),
    ages: () => {
      if ('missing' in population) return population;
      const men = ageCounts(population.counts, 'male', indices);
      return Array.from(ageCounts(population.counts, 'female', indices), (women, age) => women + men[age]!);
    },
  };
}

/** Persons of a snapshot between two ages, with their words. */
export function personsInput(
  { population, indices }: Snapshot,
  basis: CountedBasis,
  from: number,
  to: number,
  sex?: Sex,
): Input {
  const name = selectionName(from, to, sex, basis);
  if ('missing' in population) return { value: population, name, unit: 'persons' };
  const value = sumCounts(population.counts, { areas: indices, from, to, ...(sex === undefined ? {} : { sex }) });
  return { value, name, unit: 'persons', source: population.source };
}

export const inputOf = (value: number | Missing, zh: string, en: string, unit: string, source?: Source): Input => ({
  value,
  name: { zh, en },
  unit,
  source,
});

export const notSupplied = (zh: string, en: string, unit: string): Input =>
  inputOf(missing('input-missing', en), zh, en, unit);

import type { Sex } from '#base';
import { AGES, OPEN_AGE, SEXES } from '#base';
import { lifeTable } from '#demography';
import type { MortalityRow, Pack, ReferenceAgeRow } from '#plan';

/** The rows of the census of a pack that is nearest to a year (the earlier of two). */
export function nearestCensus<T extends { readonly year: number }>(rows: readonly T[], year: number): T[] {
  const years = [...new Set(rows.map((row) => row.year))];
  const best = years.toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b)[0];
  return rows.filter((row) => row.year === best);
}

/**
 * The nation's single ages at a year, as a shape for graduation: the last census before it, survived by that census's own
 * death rates, so that large and small birth cohorts are where they have come to. Children born since have the size of those aged 0
 * at the census. Before the first census its shape is taken as it is.
 */
export function referenceAges({ baseline }: Pack, year: number): ReferenceAgeRow[] {
  const before = baseline.referenceAges.filter((row) => row.year <= year);
  const census = nearestCensus(before.length > 0 ? before : baseline.referenceAges, year);
  const shift = Math.max(0, year - census[0]!.year);
  return SEXES.flatMap((sex) => {
    const persons = new Float64Array(AGES);
    for (const row of census) if (row.sex === sex) persons[row.age] = row.persons;
    const moved = survive(persons, survivors(nearestCensus(baseline.mortality, census[0]!.year), sex), shift);
    return Array.from(moved, (count, age) => ({ year, sex, age, persons: count }));
  });
}

function survivors(rows: readonly MortalityRow[], sex: Sex): Float64Array {
  const rates = new Float64Array(AGES);
  for (const row of rows) if (row.sex === sex) rates[row.age] = row.rate;
  return lifeTable(rates, sex).Lx;
}

function survive(persons: Float64Array, Lx: Float64Array, years: number): Float64Array {
  let now = persons;
  for (let year = 0; year < years; year++) {
    const next = new Float64Array(AGES);
    next[0] = now[0]!;
    for (let age = 1; age < OPEN_AGE; age++) next[age] = now[age - 1]! * (Lx[age]! / Lx[age - 1]!);
    next[OPEN_AGE] = (now[OPEN_AGE - 1]! + now[OPEN_AGE]!) * (Lx[OPEN_AGE]! / (Lx[OPEN_AGE - 1]! + Lx[OPEN_AGE]!));
    now = next;
  }
  return now;
}

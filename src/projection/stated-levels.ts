import type { AreaCode, Missing, Population } from '#base';
import { AGES, AREA_CELLS, sumCounts } from '#base';

type Variable = (area: AreaCode, year: number, name: string) => number | Missing;

/**
 * Net migrants of a year as stated for the counties (`net-migration`, persons), over the ages of a model schedule, half women;
 * undefined where none is stated.
 */
export function statedMigration(
  { areas }: Population,
  year: number,
  variable: Variable,
  model: Float64Array,
): Float64Array | undefined {
  const stated = areas.map((code) => variable(code, year, 'net-migration'));
  if (!stated.some((value) => typeof value === 'number')) return undefined;
  const half = stated.map((value) => (typeof value === 'number' ? value / 2 : 0));
  return Float64Array.from(
    { length: areas.length * AREA_CELLS },
    (_, i) => half[Math.floor(i / AREA_CELLS)]! * model[i % AGES]!,
  );
}

/**
 * Years by which each county's life expectancy is stated to lie above their mean by residents (`life-expectancy`); 0 where it is not
 * stated.
 */
export function lifeExpectancyGaps({ areas, counts }: Population, year: number, variable: Variable): readonly number[] {
  const stated = areas.map((code) => variable(code, year, 'life-expectancy'));
  let [sum, residents] = [0, 0];
  stated.forEach((value, area) => {
    const persons = sumCounts(counts, { areas: [area] });
    if (typeof value === 'number') [sum, residents] = [sum + value * persons, residents + persons];
  });
  return stated.map((value) => (typeof value === 'number' ? value - sum / residents : 0));
}

import { AGES } from '#base';
import type { MortalityStandard } from './brass.ts';
import { relateToLifeExpectancy } from './brass.ts';
import { survivalRatios } from './survival-ratios.ts';

/** Years between the life expectancies at which a family of life tables is solved. */
const SPACING = 0.25;

/** Survivorship ratios (0..100+) of a standard's family at any life expectancy, written into `out` from `offset` on. */
export type SurvivalGrid = (lifeExpectancy: number, out: Float64Array, offset: number) => void;

/**
 * The family of a standard, solved exactly at every quarter year of life expectancy that is asked for and remembered; in between the cubic
 * through the four nearest, within 1e-8 of the exact ratio. Life expectancy between 16 and 109 years.
 */
export function survivalGrid(standard: MortalityStandard): SurvivalGrid {
  const nodes = new Map<number, Float64Array>();
  const node = (index: number): Float64Array => {
    const known = nodes.get(index);
    if (known !== undefined) return known;
    const ratios = survivalRatios(relateToLifeExpectancy(standard, index * SPACING).Lx);
    nodes.set(index, ratios);
    return ratios;
  };
  return (lifeExpectancy, out, offset) => {
    const index = Math.floor(lifeExpectancy / SPACING);
    const t = lifeExpectancy / SPACING - index;
    const [a, b, c, d] = [node(index - 1), node(index), node(index + 1), node(index + 2)];
    const weightA = (-t * (t - 1) * (t - 2)) / 6;
    const weightB = ((t + 1) * (t - 1) * (t - 2)) / 2;
    const weightC = (-(t + 1) * t * (t - 2)) / 2;
    const weightD = ((t + 1) * t * (t - 1)) / 6;
    for (let age = 0; age < AGES; age++)
      out[offset + age] = weightA * a[age]! + weightB * b[age]! + weightC * c[age]! + weightD * d[age]!;
  };
}

import { AGES } from '#base';
import type { MortalityStandard } from './brass.ts';
import { infantYears, relateToLifeExpectancy } from './brass.ts';
import { survivalRatios } from './survival-ratios.ts';

/** Years between the life expectancies at which a family of life tables is solved. */
const SPACING = 0.25;

/** Survivorship ratios (0..100+) of a standard's family at any life expectancy, written into `out` from `offset` on. */
export type SurvivalGrid = (lifeExpectancy: number, out: Float64Array, offset: number) => void;

/**
 * The family of a standard, solved exactly at every quarter year of life expectancy that is asked for and remembered; in between the cubic
 * through the four nearest, within 1e-7 of the exact ratio. Infants' person-years follow from the interpolated survivors, as the formula for their
 * separation has steps. Life expectancy between 16 and 109 years.
 */
export function survivalGrid(standard: MortalityStandard): SurvivalGrid {
  const nodes = new Map<number, Float64Array>();
  /** Ratios from age 2 on; l(1) and L(1) stand in the places of ages 0 and 1. */
  const node = (index: number): Float64Array => {
    const known = nodes.get(index);
    if (known !== undefined) return known;
    const { lx, Lx } = relateToLifeExpectancy(standard, index * SPACING);
    const ratios = survivalRatios(Lx);
    ratios[0] = lx[1]!;
    ratios[1] = Lx[1]!;
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
    const infants = infantYears(out[offset]!, standard.sex);
    out[offset + 1]! /= infants;
    out[offset] = infants;
  };
}

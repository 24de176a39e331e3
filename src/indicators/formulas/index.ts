import { birthRate } from './birth-rate.ts';
import { births } from './births.ts';
import { childDependencyRatio } from './child-dependency-ratio.ts';
import { deathRate } from './death-rate.ts';
import { deaths } from './deaths.ts';
import { gapResidentRegistered } from './gap-resident-registered.ts';
import { growthRate } from './growth-rate.ts';
import { householdSize } from './household-size.ts';
import { lifeExpectancy } from './life-expectancy.ts';
import { medianAge } from './median-age.ts';
import { naturalIncreaseRate } from './natural-increase-rate.ts';
import { netMigration } from './net-migration.ts';
import { oldAgeDependencyRatio } from './old-age-dependency-ratio.ts';
import { onePersonHouseholdShare } from './one-person-household-share.ts';
import { population65Plus } from './population-65-plus.ts';
import { populationDensity } from './population-density.ts';
import { residentPopulation } from './resident-population.ts';
import { sexRatio } from './sex-ratio.ts';
import { sexRatioAtBirth } from './sex-ratio-at-birth.ts';
import { share014 } from './share-0-14.ts';
import { share1559 } from './share-15-59.ts';
import { share60Plus } from './share-60-plus.ts';
import { share65Plus } from './share-65-plus.ts';
import { share80Plus } from './share-80-plus.ts';
import { shareOfProvince } from './share-of-province.ts';
import { tertiaryPer100k } from './tertiary-per-100k.ts';
import { totalDependencyRatio } from './total-dependency-ratio.ts';
import { totalFertilityRate } from './total-fertility-rate.ts';
import { urbanPopulation } from './urban-population.ts';
import { urbanisationRate } from './urbanisation-rate.ts';
import { women1549 } from './women-15-49.ts';
import { women2034 } from './women-20-34.ts';
import type { Formula } from '../formula.ts';

/** Every indicator the product can compute, by id. */
export const formulas: ReadonlyMap<string, Formula> = new Map(
  [
    birthRate,
    births,
    childDependencyRatio,
    deathRate,
    deaths,
    gapResidentRegistered,
    growthRate,
    householdSize,
    lifeExpectancy,
    medianAge,
    naturalIncreaseRate,
    netMigration,
    oldAgeDependencyRatio,
    onePersonHouseholdShare,
    population65Plus,
    populationDensity,
    residentPopulation,
    sexRatio,
    sexRatioAtBirth,
    share014,
    share1559,
    share60Plus,
    share65Plus,
    share80Plus,
    shareOfProvince,
    tertiaryPer100k,
    totalDependencyRatio,
    totalFertilityRate,
    urbanPopulation,
    urbanisationRate,
    women1549,
    women2034,
  ].map((formula) => [formula.id, formula]),
);

/** Unit of each formula's result, by the formula's id. */
export const formulaUnits: ReadonlyMap<string, string> = new Map([...formulas].map(([id, { unit }]) => [id, unit]));

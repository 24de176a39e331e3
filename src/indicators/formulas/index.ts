import { awayPopulation } from './away-population.ts';
import { birthRate } from './birth-rate.ts';
import { births } from './births.ts';
import { childDependencyRatio } from './child-dependency-ratio.ts';
import { children02 } from './children-0-2.ts';
import { children03 } from './children-0-3.ts';
import { contributorsPerPensioner } from './contributors-per-pensioner.ts';
import { deathRate } from './death-rate.ts';
import { deaths } from './deaths.ts';
import { disabledElderly } from './disabled-elderly.ts';
import { floatingPopulation } from './floating-population.ts';
import { gapResidentRegistered } from './gap-resident-registered.ts';
import { growthRate } from './growth-rate.ts';
import { householdSize } from './household-size.ts';
import { households } from './households.ts';
import { labourForce } from './labour-force.ts';
import { lifeExpectancy } from './life-expectancy.ts';
import { meanSchooling1659 } from './mean-schooling-16-59.ts';
import { medianAge } from './median-age.ts';
import { naturalIncreaseRate } from './natural-increase-rate.ts';
import { netMigration } from './net-migration.ts';
import { oldAgeDependencyRatio } from './old-age-dependency-ratio.ts';
import { onePersonHouseholdShare } from './one-person-household-share.ts';
import { pensionAgeStatutory } from './pension-age-statutory.ts';
import { population1659 } from './population-16-59.ts';
import { population60Plus } from './population-60-plus.ts';
import { population65Plus } from './population-65-plus.ts';
import { population80Plus } from './population-80-plus.ts';
import { populationDensity } from './population-density.ts';
import { pupilsJuniorSecondary } from './pupils-junior-secondary.ts';
import { pupilsKindergarten } from './pupils-kindergarten.ts';
import { pupilsPrimary } from './pupils-primary.ts';
import { pupilsSeniorSecondary } from './pupils-senior-secondary.ts';
import { registered017 } from './registered-0-17.ts';
import { registered1659 } from './registered-16-59.ts';
import { registered1834 } from './registered-18-34.ts';
import { registered3559 } from './registered-35-59.ts';
import { registered60Plus } from './registered-60-plus.ts';
import { registeredContributorsPerPensioner } from './registered-contributors-per-pensioner.ts';
import { registeredPopulation } from './registered-population.ts';
import { registeredSexRatio } from './registered-sex-ratio.ts';
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
import { urbanisationRateUn } from './urbanisation-rate-un.ts';
import { women1549 } from './women-15-49.ts';
import { women2034 } from './women-20-34.ts';
import { workingAgeStatutory } from './working-age-statutory.ts';
import type { Formula } from '../formula.ts';

/** Every indicator the product can compute, by id. */
export const formulas: ReadonlyMap<string, Formula> = new Map(
  [
    awayPopulation,
    birthRate,
    births,
    childDependencyRatio,
    children02,
    children03,
    contributorsPerPensioner,
    deathRate,
    deaths,
    disabledElderly,
    floatingPopulation,
    gapResidentRegistered,
    growthRate,
    householdSize,
    households,
    labourForce,
    lifeExpectancy,
    meanSchooling1659,
    medianAge,
    naturalIncreaseRate,
    netMigration,
    oldAgeDependencyRatio,
    onePersonHouseholdShare,
    pensionAgeStatutory,
    population1659,
    population60Plus,
    population65Plus,
    population80Plus,
    populationDensity,
    pupilsJuniorSecondary,
    pupilsKindergarten,
    pupilsPrimary,
    pupilsSeniorSecondary,
    registered017,
    registered1659,
    registered1834,
    registered3559,
    registered60Plus,
    registeredContributorsPerPensioner,
    registeredPopulation,
    registeredSexRatio,
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
    urbanisationRateUn,
    women1549,
    women2034,
    workingAgeStatutory,
  ].map((formula) => [formula.id, formula]),
);

/** Unit of each formula's result, by the formula's id. */
export const formulaUnits: ReadonlyMap<string, string> = new Map([...formulas].map(([id, { unit }]) => [id, unit]));

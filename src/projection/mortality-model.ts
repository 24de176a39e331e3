import type { Sex } from '#base';
import { AGES, FEMALE, MALE } from '#base';
import { extendByKannisto, lifeTable, mortalityStandard, splitLifeExpectancy, survivalGrid } from '#demography';
import type { SurvivalGrid } from '#demography';
import type { Pack } from '#plan';

/**
 * Writes survivorship ratios of both sexes (female, then male; 2 x 101) into `out` from `offset` on, at a life expectancy of both sexes
 * together and a sex ratio at birth (boys per girl).
 */
export type MortalityModel = (
  lifeExpectancy: number,
  sexRatioAtBirth: number,
  out: Float64Array,
  offset?: number,
) => void;

/**
 * The nation's census schedule as Brass standard (Kannisto beyond 94), moved to the life expectancy asked for. Census deaths
 * are under-reported, which shifts the level and hardly the shape; the level is taken from the life expectancy alone.
 */
export function mortalityModel(pack: Pack, year: number): MortalityModel {
  const female = familyOf(pack, year, 'female');
  const male = familyOf(pack, year, 'male');
  const gap = pack.baseline.info.parameters.lifeExpectancySexGap.value;
  return (lifeExpectancy, sexRatioAtBirth, out, offset = 0) => {
    const split = splitLifeExpectancy(lifeExpectancy, gap, sexRatioAtBirth);
    female(split.female, out, offset + FEMALE * AGES);
    male(split.male, out, offset + MALE * AGES);
  };
}

function familyOf(pack: Pack, year: number, sex: Sex): SurvivalGrid {
  const rates = new Float64Array(AGES);
  for (const row of pack.baseline.mortality) if (row.year === year && row.sex === sex) rates[row.age] = row.rate;
  return survivalGrid(mortalityStandard(lifeTable(extendByKannisto(rates), sex).lx, sex));
}

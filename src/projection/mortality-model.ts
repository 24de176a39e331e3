import type { Sex } from '#base';
import { AGES, FEMALE, MALE, SEXES } from '#base';
import type { MortalityStandard } from '#demography';
import {
  extendByKannisto,
  lifeTable,
  mortalityStandard,
  relateToLifeExpectancy,
  splitLifeExpectancy,
  survivalRatios,
} from '#demography';
import type { Pack } from '#plan';

/** Survivorship ratios of both sexes (female, then male; 2 x 101) at a life expectancy of both sexes together. */
export type MortalityModel = (lifeExpectancy: number, sexRatioAtBirth: number) => Float64Array;

/**
 * The nation's census schedule as Brass standard (Kannisto beyond 94), moved to the life expectancy asked for. Census deaths
 * are under-reported, which shifts the level and hardly the shape; the level is taken from the life expectancy alone.
 */
export function mortalityModel(pack: Pack, year: number): MortalityModel {
  const standards: Record<Sex, MortalityStandard> = {
    female: standardOf(pack, year, 'female'),
    male: standardOf(pack, year, 'male'),
  };
  const gap = pack.baseline.info.parameters.lifeExpectancySexGap.value;
  const known = new Map<string, Float64Array>();
  return (lifeExpectancy, sexRatioAtBirth) => {
    const key = `${lifeExpectancy} ${sexRatioAtBirth}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const split = splitLifeExpectancy(lifeExpectancy, gap, sexRatioAtBirth);
    const ratios = new Float64Array(2 * AGES);
    for (const sex of SEXES) {
      const { Lx } = relateToLifeExpectancy(standards[sex], split[sex]);
      ratios.set(survivalRatios(Lx), (sex === 'female' ? FEMALE : MALE) * AGES);
    }
    if (known.size > 1000) known.clear();
    known.set(key, ratios);
    return ratios;
  };
}

function standardOf(pack: Pack, year: number, sex: Sex): MortalityStandard {
  const rates = new Float64Array(AGES);
  for (const row of pack.baseline.mortality) if (row.year === year && row.sex === sex) rates[row.age] = row.rate;
  return mortalityStandard(lifeTable(extendByKannisto(rates), sex).lx, sex);
}

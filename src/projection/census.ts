import type { AreaCode, Population, Sex, Source } from '#base';
import { AGES, AREA_CELLS, SEXES, cell } from '#base';
import { graduate } from '#demography';
import type { Pack } from '#plan';

/** Census population of some areas by single age, graduated from the pack's five-year groups; every group total is kept. */
export function censusPopulation(pack: Pack, year: number, areas: readonly AreaCode[]): Population {
  const { ageSex, referenceAges, info } = pack.baseline;
  const counts = new Float64Array(areas.length * AREA_CELLS);
  const reference = (sex: Sex): Float64Array => {
    const persons = new Float64Array(AGES);
    for (const row of referenceAges) if (row.year === year && row.sex === sex) persons[row.age] = row.persons;
    return persons;
  };
  const shapes = { female: reference('female'), male: reference('male') };
  areas.forEach((area, index) => {
    SEXES.forEach((sex, s) => {
      const groups = ageSex
        .filter((row) => row.year === year && row.area === area && row.sex === sex)
        .toSorted((a, b) => a.from - b.from);
      counts.set(graduate(groups, shapes[sex]), cell(index, s, 0));
    });
  });
  return {
    areas,
    date: year === Number(info.takenAs.slice(0, 4)) ? info.takenAs : `${year}-12-31`,
    basis: 'resident',
    status: 'observed',
    source: baselineSource(pack, 'age-sex.csv', year),
    counts,
  };
}

/** What a baseline file's rows of a year cite. */
export const baselineSource = (pack: Pack, file: string, year: number): Source =>
  pack.baseline.info.files.find((entry) => entry.file === file && (entry.year === undefined || entry.year === year))
    ?.source ?? { none: `${file} ${year} is not cited` };

/** Census years of an area in the pack, ascending. */
export const censusYears = (pack: Pack, area: AreaCode): readonly number[] =>
  [...new Set(pack.baseline.ageSex.filter((row) => row.area === area).map((row) => row.year))].toSorted(
    (a, b) => a - b,
  );

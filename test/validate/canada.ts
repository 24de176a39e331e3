import { AGES, AREA_CELLS, FEMALE, MALE, cell, sumCounts } from '#base';
import type { Migrate } from '#demography';
import { project } from '#demography';
import type { ValidationCase } from './case.ts';
import { compare } from './case.ts';
import { readReference } from './reference.ts';

const sexIndex = (name: string | undefined): number => (name === 'female' ? FEMALE : MALE);

const ofCell = (row: Record<string, string>): number => cell(0, sexIndex(row['sex']), Number(row['age']));

/** Net migrants that are given, as arrivals and departures. */
const givenNet =
  (net: Float64Array): Migrate =>
  (_expected, { arrivals, departures }) =>
    net.forEach((persons, i) => (persons > 0 ? (arrivals[i] = persons) : (departures[i] = -persons)));

/** The UN Population Division's own single-year run for Canada 1950-2020, given its life tables, births and migrants. */
export function canada(folder: string): ValidationCase[] {
  const read = (file: string): Record<string, string>[] =>
    readReference(folder, `wpp/ccmppWPP_1x1_DEV_ONLY_GPL3/${file}`);
  const byYear = (
    file: string,
    column: string,
    size: number,
    at: (row: Record<string, string>) => number,
  ): Map<string, Float64Array> => {
    const years = new Map<string, Float64Array>();
    for (const row of read(file)) {
      const year = row['year']!;
      if (!years.has(year)) years.set(year, new Float64Array(size));
      years.get(year)![at(row)] = Number(row[column]);
    }
    return years;
  };
  const survival = byYear('CAN_output_life_tables_100plus.csv.gz', 'lt_Sx', AREA_CELLS, ofCell);
  const migrants = byYear('CAN_net_migration.csv.gz', 'mig', AREA_CELLS, ofCell);
  const fertility = byYear('CAN_asfr.csv', 'asfr', AGES, (row) => Number(row['age']));
  const counts = new Float64Array(AREA_CELLS);
  for (const row of read('CAN_base_pop_1950.csv')) counts[ofCell(row)] = Number(row['pop']);
  const path = project(
    { areas: ['CAN'], date: '1950-01-01', basis: 'resident', status: 'observed', source: { none: 'UN' }, counts },
    read('CAN_srb.csv')
      .slice(0, 70)
      .map(({ year, srb }) => ({
        rates: { survival: survival.get(year!)!, fertility: fertility.get(year!)!, sexRatioAtBirth: Number(srb) },
        migrate: givenNet(migrants.get(year!)!),
      })),
  );
  let cells = 0;
  let worst = 0;
  let theirTotal = 0;
  for (const row of read('CAN_expected_population.csv.gz')) {
    const at = path.years.indexOf(Number(row['year']));
    if (at < 1) continue;
    cells++;
    worst = Math.max(worst, Math.abs(path.populations[at]![ofCell(row)]! - Number(row['pop'])));
    if (at === 70) theirTotal += Number(row['pop']);
  }
  return [
    compare('Canada 1x1 1950-2020: cells compared', cells, 14_140, 0),
    compare('Canada 1x1 2020: total, persons', sumCounts(path.populations[70]!), theirTotal, 1e-6),
    compare('Canada 1x1: worst cell, persons', worst, 0, 1e-6),
  ];
}

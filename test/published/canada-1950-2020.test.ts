import { AGES, AREA_CELLS, FEMALE, MALE, cell } from '#base';
import { project } from '#demography';
import { describe, expect, it } from 'vitest';
import { explainSkip, hasSharedData, readShared } from '../support/shared-data.ts';

explainSkip("the UN's Canada run 1950-2020");

const folder = 'wpp/ccmppWPP_1x1_DEV_ONLY_GPL3';
const sexIndex = (name: string | undefined): number => (name === 'female' ? FEMALE : MALE);

/** UN Population Division's own single-year run for Canada: 70 steps, given life tables, births and migrants. */
describe.skipIf(!hasSharedData)('Canada 1950-2020, single years of age', () => {
  it('reproduces every cell within 1e-6 persons', () => {
    const counts = new Float64Array(AREA_CELLS);
    for (const row of readShared(`${folder}/CAN_base_pop_1950.csv`))
      counts[cell(0, sexIndex(row['sex']), Number(row['age']))] = Number(row['pop']);
    const fertility = new Map<string, Float64Array>();
    for (const { year, age, asfr } of readShared(`${folder}/CAN_asfr.csv`) as {
      year: string;
      age: string;
      asfr: string;
    }[]) {
      if (!fertility.has(year)) fertility.set(year, new Float64Array(AGES));
      fertility.get(year)![Number(age)] = Number(asfr);
    }
    const ratios = new Map<string, number[]>();
    for (const row of readShared(`${folder}/CAN_output_life_tables_100plus.csv.gz`)) {
      const key = `${row['year']} ${row['sex']}`;
      if (!ratios.has(key)) ratios.set(key, []);
      ratios.get(key)![Number(row['age'])] = Number(row['lt_Sx']);
    }
    const migrants = new Map<string, Float64Array>();
    for (const row of readShared(`${folder}/CAN_net_migration.csv.gz`)) {
      const year = row['year']!;
      if (!migrants.has(year)) migrants.set(year, new Float64Array(AREA_CELLS));
      migrants.get(year)![cell(0, sexIndex(row['sex']), Number(row['age']))] = Number(row['mig']);
    }
    const path = project(
      { areas: ['CAN'], date: '1950-01-01', basis: 'resident', status: 'observed', source: { none: 'UN' }, counts },
      readShared(`${folder}/CAN_srb.csv`)
        .slice(0, 70)
        .map(({ year, srb }) => {
          const survival = new Float64Array(AREA_CELLS);
          survival.set(ratios.get(`${year} female`)!, 0);
          survival.set(ratios.get(`${year} male`)!, AGES);
          return {
            rates: { survival, fertility: fertility.get(year!)!, sexRatioAtBirth: Number(srb) },
            migrate: (_expected: Float64Array, out: Float64Array) => out.set(migrants.get(year!)!),
          };
        }),
    );
    let cells = 0;
    let worst = 0;
    for (const row of readShared(`${folder}/CAN_expected_population.csv.gz`)) {
      const at = path.years.indexOf(Number(row['year']));
      if (at < 1) continue;
      cells++;
      worst = Math.max(
        worst,
        Math.abs(path.populations[at]![cell(0, sexIndex(row['sex']), Number(row['age']))]! - Number(row['pop'])),
      );
    }
    expect(cells).toBe(14_140);
    expect(worst).toBeLessThan(1e-6);
  });
});

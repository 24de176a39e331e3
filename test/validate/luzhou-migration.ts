import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#base';
import { sumCounts } from '#base';
import { readPack } from '#files';
import { prepareBaseline } from '#projection';
import type { Validation } from './case.ts';
import { compare } from './case.ts';
import { readTable } from './reference.ts';

/**
 * Our derivations for Luzhou beside an independent one: total fertility of each county, and net migration 2010-2020 of those aged 10 and over.
 * The other derivation uses higher survival (raw census deaths x 1.15-1.3), so migration may differ by a few per cent of the population at risk.
 * A folder without that derivation gives no cases.
 */
export function validateLuzhou(folder: string): Validation {
  const problems: Problem[] = [];
  const migrationFile = join(folder, 'china/derived_net_migration_2010_2020_cohort_survival_luzhou.csv');
  const fertilityFile = join(folder, 'china/derived_births_tfr_srb_2020_luzhou.csv');
  if (!existsSync(migrationFile) && !existsSync(fertilityFile)) return { cases: [], problems };
  const { pack } = readPack(new URL('../../plans/510500-luzhou', import.meta.url).pathname);
  if (pack === undefined) throw new Error('the Luzhou pack has errors');
  const baseline = prepareBaseline(pack);
  const migration = readTable(migrationFile, { text: ['code', 'sex', 'net_migrants'], numbers: [] }, problems);
  const fertility = readTable(fertilityFile, { text: ['code'], numbers: ['tfr_indirect_urban_rural_mix'] }, problems);
  if (problems.length > 0) return { cases: [], problems };
  const cases = baseline.counties.flatMap((code, index) => {
    const rate = fertility.find((row) => row.code === code)!.tfr_indirect_urban_rural_mix;
    const net = migration
      .filter((row) => row.code === code && /^[MF]$/.test(row.sex) && row.net_migrants !== '')
      .reduce((sum, row) => sum + Number(row.net_migrants), 0);
    const ours = sumCounts(baseline.decadeMigration, { areas: [index], from: 10 });
    const persons = sumCounts(baseline.base.counts, { areas: [index] });
    return [
      compare(`${code} total fertility 2020`, baseline.totalFertility[index]!, rate, 0.03),
      compare(
        `${code} net migration 2010-2020, 10+ (error: % of residents)`,
        ours,
        net,
        2,
        (Math.abs(ours - net) / persons) * 100,
      ),
    ];
  });
  return { cases, problems };
}

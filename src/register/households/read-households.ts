import { existsSync } from 'node:fs';
import type { HouseholdType } from '#base';
import { openDatabase, sqlText } from '#warehouse';
import { currentVersion, tableFile } from '../versions.ts';

/** Expected living households of a place, type and size. */
export interface HouseholdCount {
  readonly county: string;
  /** `null` where the address does not say. */
  readonly township: string | null;
  readonly type: HouseholdType;
  readonly size: number;
  readonly households: number;
}

/** Expected numbers of households of the version in force; undefined where there is no register, or one made before there were households. Not multiplied by the scale of the feeds. */
export async function registerHouseholds(home: string): Promise<readonly HouseholdCount[] | undefined> {
  const version = currentVersion(home);
  if (version === undefined || !existsSync(tableFile(home, version.version, 'household_count'))) return undefined;
  const database = await openDatabase();
  try {
    const file = tableFile(home, version.version, 'household_count');
    return await database.rows<HouseholdCount>(`FROM read_parquet(${sqlText(file)}) ORDER BY ALL`);
  } finally {
    database.close();
  }
}

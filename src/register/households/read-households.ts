import type { HouseholdType } from '#base';
import { openDatabase } from '#warehouse';
import { currentVersion, tableSql } from '../versions.ts';

/** Expected living households of a place, type and size. */
export interface HouseholdCount {
  readonly county: string;
  /** `null` where the address does not say. */
  readonly township: string | null;
  readonly type: HouseholdType;
  readonly size: number;
  readonly households: number;
}

/** Expected numbers of households of the version in force; undefined where there is no register. Not multiplied by the scale of the feeds. */
export async function registerHouseholds(home: string): Promise<readonly HouseholdCount[] | undefined> {
  const version = currentVersion(home);
  if (version === undefined) return undefined;
  const database = await openDatabase();
  try {
    return await database.rows<HouseholdCount>(
      `FROM ${tableSql(home, version.version, 'household_count')} ORDER BY ALL`,
    );
  } finally {
    database.close();
  }
}

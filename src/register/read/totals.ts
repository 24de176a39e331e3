import { existsSync } from 'node:fs';
import type { Database } from '#warehouse';
import { sqlText } from '#warehouse';
import type { RegisterVersion } from '../versions.ts';
import { tableFile } from '../versions.ts';
import type { Account, AreaCount } from './register-reader.ts';

/** People by basis, county and township of a version; township null: people of the county whose township is not known. Counties are their sums. */
export const areaCounts = (
  database: Database,
  home: string,
  { version }: RegisterVersion,
): Promise<readonly AreaCount[]> => {
  const file = `read_parquet(${sqlText(tableFile(home, version, 'population'))})`;
  return database.rows<AreaCount>(
    `SELECT basis, county, township, sum(people) AS people FROM ${file} GROUP BY ALL ORDER BY ALL`,
  );
};

/** Accounts of a version by basis and county; none in the first one. */
export const countyAccounts = async (
  database: Database,
  home: string,
  { version }: RegisterVersion,
): Promise<readonly Account[]> => {
  const file = tableFile(home, version, 'account');
  if (!existsSync(file)) return [];
  return database.rows<Account>(
    `SELECT * REPLACE (since::VARCHAR AS since, until::VARCHAR AS until) FROM read_parquet(${sqlText(file)}) ORDER BY basis, county`,
  );
};
